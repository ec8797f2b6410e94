import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { dayOf } from '../../../lib/stats/calendar.ts';
import { selectDays } from '../../../lib/stats/select-days.ts';
import { isSelected } from '../../../lib/stats/selections.ts';
import { stopAt } from '../../../lib/stats/stop-at.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { anyStream, DAY, HOUR } from '../dataset/streams.ts';
import { clockAt } from './naive.ts';

const MOMENTS = [
  Date.UTC(2026, 9, 25, 1), // Berlin, an hour more
  Date.UTC(2010, 10, 7, 2, 31), // St John's, back across midnight
  Date.UTC(2026, 5, 1),
];

test('leaves out what the clocks of the last day showed later than now', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'UTC'),
      fc.constantFrom(...MOMENTS).chain((moment) =>
        fc.record({
          streams: fc.array(anyStream(moment - DAY, moment + DAY), { maxLength: 40 }),
          now: fc.integer({ min: moment + 9 * DAY, max: moment + 10 * DAY }),
          moment: fc.constant(moment),
        }),
      ),
      (zoneName, { streams, now, moment }) => {
        const zone = timeZoneTable(zoneName);
        const { columns } = buildDataset(streams);
        const day = dayOf(zone, moment);
        const whole = selectDays(columns, zone, { first: day - 1, last: day });
        const stopped = stopAt(columns, zone, whole, { day, now });
        const { date } = clockAt(zoneName, moment);
        const latest = clockAt(zoneName, now).clock;
        for (let row = 0; row < columns.rows; row++) {
          const time = columns.endedAt[row]!;
          const shown = clockAt(zoneName, time);
          // Clocks are compared to the second here.
          if (shown.date === date && shown.clock === latest) continue;
          const isLate = shown.date === date && shown.clock > latest;
          expect(isSelected(stopped, row)).toBe(isSelected(whole, row) && !isLate);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('needs no mask where late rows are the last ones', () => {
  const at = Date.UTC(2026, 5, 1);
  const zone = timeZoneTable('UTC');
  const streams = [9, 11].map(
    (hour) => fc.sample(anyStream(at + hour * HOUR, at + hour * HOUR), 1)[0]!,
  );
  const { columns } = buildDataset(streams);
  const whole = { from: 0, to: 2, mask: null };
  const now = at + DAY + 10 * HOUR;
  expect(stopAt(columns, zone, whole, { day: at / DAY, now })).toEqual({
    from: 0,
    to: 1,
    mask: null,
  });
  expect(stopAt(columns, zone, whole, { day: at / DAY, now: now + 2 * HOUR })).toBe(whole);
});
