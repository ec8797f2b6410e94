/** What one measure says of a history of one size. */
import type { Line } from '../report.ts';

export interface SizeReport {
  lines: Line[];
  /** By name, what the product took: compared between sizes. */
  costs: Record<string, number>;
}

/** `import, 1,000,000`. */
export function nameOf(measure: string, streams: number): string {
  return `${measure}, ${streams.toLocaleString('en')}`;
}
