/** The rows of a long list, as far as they are known: pages are asked for as they come into view. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type ErrorRecord, toErrorRecord } from '../../../domain/app-error.ts';
import type { RowSpan } from './visible-rows.ts';

export interface ListRows<Row> {
  count: number;
  /** Null while it is not known. */
  at: (index: number) => Row | null;
  /** Counts what has come in. */
  version: ReadonlySignal<number>;
  /** Why some rows could not be had; they are asked for again when they are needed again. */
  error: ReadonlySignal<ErrorRecord | null>;
  /** Sees to it that these rows come. */
  need: (span: RowSpan) => void;
}

interface ListRowsOptions<Row> {
  /** Of the whole list. */
  count: number;
  /** The first rows, as many as there are or a whole page. */
  first: readonly Row[];
  /** Rows asked for at once. */
  page: number;
  ask: (offset: number, limit: number) => Promise<readonly Row[]>;
}

export function createListRows<Row>(options: ListRowsOptions<Row>): ListRows<Row> {
  const { count, first, page, ask } = options;
  const known = new Map<number, readonly Row[]>([[0, first]]);
  const asked = new Set([0]);
  const version = signal(0);
  const error = signal<ErrorRecord | null>(null);

  async function fetchPage(number: number): Promise<void> {
    try {
      known.set(number, await ask(number * page, page));
      error.value = null;
      version.value += 1;
    } catch (thrown) {
      asked.delete(number);
      error.value = toErrorRecord(thrown);
    }
  }

  return {
    count,
    version,
    error,
    at: (index) => known.get(Math.floor(index / page))?.[index % page] ?? null,
    need({ from, to }) {
      const last = Math.floor(Math.max(from, Math.min(to, count) - 1) / page);
      for (let number = Math.floor(from / page); number <= last; number++) {
        if (asked.has(number)) continue;
        asked.add(number);
        void fetchPage(number);
      }
    },
  };
}
