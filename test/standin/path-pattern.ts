/** Paths with `*` for any part, in faults and in questions to the request log. */

/** @returns true when the whole path matches. */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
