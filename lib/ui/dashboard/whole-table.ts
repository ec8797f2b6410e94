/** A table that came with its first rows only: the rest is asked for when somebody wants it. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type ErrorRecord, toErrorRecord } from '../../domain/app-error.ts';
import type { ChartTable } from '../charts/chart-table.ts';

/** What a table is the beginning of. */
export interface Whole {
  /** Rows in all. */
  count: number;
  load: () => Promise<ChartTable>;
}

export interface WholeTable {
  /** As far as it is known. */
  table: ReadonlySignal<ChartTable>;
  /** Rows in all. */
  count: number;
  loading: ReadonlySignal<boolean>;
  /** Why the rest could not be had, the last time. */
  error: ReadonlySignal<ErrorRecord | null>;
  /** Resolves with all of it, or null when it could not be had. */
  need: () => Promise<ChartTable | null>;
}

/** Without `whole`, the first rows are all there are. */
export function createWholeTable(first: ChartTable, whole?: Whole): WholeTable {
  const table = signal(first);
  const loading = signal(false);
  const error = signal<ErrorRecord | null>(null);
  const count = whole?.count ?? first.rows.length;
  return {
    table,
    count,
    loading,
    error,
    async need() {
      if (!whole || table.value.rows.length >= count) return table.value;
      loading.value = true;
      error.value = null;
      try {
        table.value = await whole.load();
        return table.value;
      } catch (thrown) {
        error.value = toErrorRecord(thrown);
        return null;
      } finally {
        loading.value = false;
      }
    },
  };
}
