import { expect, test, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createListRows } from '../../../../lib/ui/dashboard/rows/list-rows.ts';

const numbers = (offset: number, limit: number) =>
  Array.from({ length: Math.min(limit, 25 - offset) }, (_, i) => offset + i);

function rowsOf(ask = vi.fn(async (offset: number, limit: number) => numbers(offset, limit))) {
  return { ask, rows: createListRows({ count: 25, first: numbers(0, 10), page: 10, ask }) };
}

test('asks for the pages that come into view, each once', async () => {
  const { ask, rows } = rowsOf();
  rows.need({ from: 0, to: 8 });
  expect(ask).not.toHaveBeenCalled();
  rows.need({ from: 4, to: 25 });
  rows.need({ from: 12, to: 25 });
  expect(ask.mock.calls).toEqual([
    [10, 10],
    [20, 10],
  ]);
  expect([rows.at(3), rows.at(12)]).toEqual([3, null]);
  await vi.waitFor(() => expect(rows.version.value).toBe(2));
  expect([rows.at(12), rows.at(24), rows.at(25)]).toEqual([12, 24, null]);
});

test('asks again for what failed, when it is needed again', async () => {
  const { ask, rows } = rowsOf();
  ask.mockRejectedValueOnce(new AppError('history/unavailable'));
  rows.need({ from: 10, to: 12 });
  await vi.waitFor(() => expect(rows.error.value?.code).toBe('history/unavailable'));
  expect(rows.at(10)).toBeNull();
  rows.need({ from: 10, to: 12 });
  await vi.waitFor(() => expect(rows.at(10)).toBe(10));
  expect(rows.error.value).toBeNull();
});

test('needs nothing where there is nothing', () => {
  const ask = vi.fn();
  const rows = createListRows({ count: 0, first: [], page: 10, ask });
  rows.need({ from: 0, to: 0 });
  expect(ask).not.toHaveBeenCalled();
  expect(rows.at(0)).toBeNull();
});
