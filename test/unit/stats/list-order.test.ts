import { expect, it } from 'vitest';
import { namePlaces, orderBy } from '../../../lib/stats/list-order.ts';
import { groupingOf } from '../../../lib/stats/grouping.ts';
import { historyOf, play } from './a-history.ts';

it('orders names whatever their case, accents and opening marks, then by the artist', () => {
  const dataset = historyOf(
    play('2024-01-01', 'zebra', { by: 'A' }),
    play('2024-01-01', 'Émile', { by: 'A' }),
    play('2024-01-01', '(Don’t) Ask', { by: 'A' }),
    play('2024-01-01', '“Ask', { by: 'A' }),
    play('2024-01-01', '(Ask) Me', { by: 'A' }),
    play('2024-01-01', 'Echo', { by: 'B' }),
    play('2024-01-01', 'Echo', { by: 'A' }),
  );
  const places = namePlaces(dataset, 'songs');
  const { namesOf } = groupingOf(dataset, 'songs');
  // Without what stands for no song at all.
  const order = Array.from(places.keys())
    .slice(1)
    .toSorted((a, b) => places[a]! - places[b]!);
  expect(order.map((index) => namesOf(index).join(' by '))).toEqual([
    '“Ask by A',
    '(Ask) Me by A',
    '(Don’t) Ask by A',
    'Echo by A',
    'Echo by B',
    'Émile by A',
    'zebra by A',
  ]);
  expect(namePlaces(dataset, 'songs')).toBe(places);
});

it('orders by a number, the least first, what has none last, and what is equal as it was', () => {
  const numbers = [3, null, -2, 3, -2];
  expect(Array.from(orderBy(Uint32Array.of(4, 3, 2, 1, 0), (index) => numbers[index]!))).toEqual([
    4, 2, 3, 0, 1,
  ]);
});
