/** Artists standing the test of time as a table: the figures of each, and its plays quarter by quarter. */
import type { LastingView } from '../../../../views/taste/contract.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import type { Step } from '../../../charts/steps.ts';
import { t } from '../../../text.ts';
import { dayCell } from '../../date-cells.ts';

/**
 * `stepsOf` names so many quarters, oldest first. A quarter in which nothing was recorded
 * (`covered`, as many as there are quarters) has no figure.
 */
export function lastingTable(
  artists: LastingView['artists'],
  stepsOf: (count: number) => readonly Pick<Step, 'label'>[],
  covered?: readonly boolean[],
): ChartTable {
  const steps = stepsOf(Math.max(0, ...artists.map(({ byQuarter }) => byQuarter.length)));
  return {
    columns: [
      { label: t('list_artist'), kind: 'name' },
      { label: t('lasting_column_quarters'), kind: 'count' },
      { label: t('lasting_column_since'), kind: 'count' },
      { label: t('list_first_played'), kind: 'text' },
      { label: t('list_plays'), kind: 'count' },
      { label: t('list_time'), kind: 'duration' },
      ...steps.map(({ label }) => ({ label, kind: 'count' }) as const),
    ],
    rows: artists.map((artist) => {
      const { entry, quarters, quartersSince, firstDay, plays, playedMs, byQuarter } = artist;
      // Nothing could be before the first play: that is no zero.
      const before = Array.from({ length: steps.length - byQuarter.length }, () => null);
      return [
        entry.name,
        quarters,
        quartersSince,
        dayCell(firstDay),
        plays,
        playedMs,
        ...[...before, ...byQuarter].map((value, i) => (covered?.[i] === false ? null : value)),
      ];
    }),
  };
}
