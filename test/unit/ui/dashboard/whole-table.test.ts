import { expect, it } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { ChartTable } from '../../../../lib/ui/charts/chart-table.ts';
import { createWholeTable } from '../../../../lib/ui/dashboard/whole-table.ts';

function tableOf(rows: number): ChartTable {
  const columns = [{ label: 'Song', kind: 'name' }] as const;
  return { columns, rows: Array.from({ length: rows }, (_, i) => [`Song ${i}`]) };
}

it('asks for the rest once it is wanted, and only once', async () => {
  let loads = 0;
  const whole = {
    count: 5,
    load: async () => {
      loads += 1;
      return tableOf(5);
    },
  };
  const rows = createWholeTable(tableOf(2), whole);
  expect([rows.table.value.rows.length, rows.count, loads]).toEqual([2, 5, 0]);
  expect((await rows.need())?.rows).toHaveLength(5);
  expect((await rows.need())?.rows).toHaveLength(5);
  expect([rows.table.value.rows.length, loads]).toEqual([5, 1]);
});

it('keeps the first rows and says why when the rest cannot be had, and tries again', async () => {
  let fails = true;
  const load = async () => {
    if (fails) throw new AppError('history/quota');
    return tableOf(3);
  };
  const rows = createWholeTable(tableOf(2), { count: 3, load });
  expect(await rows.need()).toBeNull();
  expect(rows.error.value?.code).toBe('history/quota');
  expect([rows.table.value.rows.length, rows.loading.value]).toEqual([2, false]);
  fails = false;
  expect((await rows.need())?.rows).toHaveLength(3);
  expect(rows.error.value).toBeNull();
});

it('is whole from the start without a rest', async () => {
  const rows = createWholeTable(tableOf(2));
  expect([rows.count, (await rows.need())?.rows.length]).toEqual([2, 2]);
});
