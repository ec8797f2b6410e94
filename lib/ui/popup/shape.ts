/** Checks by hand what localStorage gave back: the popup's first paint cannot wait for a library. */

export type Check<T> = (value: unknown) => value is T;

export const isString: Check<string> = (value) => typeof value === 'string';

export const isBoolean: Check<boolean> = (value) => typeof value === 'boolean';

export const isNumber: Check<number> = (value): value is number => Number.isFinite(value);

export function isNullOr<T>(check: Check<T>): Check<T | null> {
  return (value) => value === null || check(value);
}

export function isMissingOr<T>(check: Check<T>): Check<T | undefined> {
  return (value) => value === undefined || check(value);
}

export function isOneOf<const T extends string | number>(...options: T[]): Check<T> {
  return (value): value is T => options.some((option) => option === value);
}

export function isArrayOf<T>(check: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every((item) => check(item));
}

/** Every field of `T` needs its check, so that a new field of the type does not compile unchecked. */
export function isShapeOf<T>(fields: { [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    checks.every(([name, check]) => check(Reflect.get(value, name)));
}
