/** The plays with a round number: when each was reached, and with which song. */
import { useMemo } from 'preact/hooks';
import type { MilestonesView } from '../../../../views/habits/contract.ts';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { Amount } from '../../../components/amount.tsx';
import { formatNumber } from '../../../format.ts';
import { t, tOrdinal, tPlural } from '../../../text.ts';
import { NotYet } from '../../chart-card.tsx';
import { EntryList } from '../../entry-list.tsx';
import { Fact, Facts } from '../../facts.tsx';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { dateCell } from '../../date-cells.ts';

export function MilestonesPart(props: PageProps & { view: MilestonesView }) {
  const { view, route, timeZone, actions } = props;
  const { milestones, next } = view;
  const columns: TableColumn[] = useMemo(
    () => [{ label: t('milestones_column_when'), kind: 'text' }],
    [],
  );
  const rows = useMemo(
    () =>
      milestones.toReversed().map(({ play, endedAt, entry }) => ({
        mark: ordinal(play),
        entry,
        cells: [dateCell(endedAt, timeZone)],
      })),
    [milestones, timeZone],
  );
  const last = milestones.at(-1);
  return (
    <>
      <section class="card" aria-label={t('milestones_next')}>
        <Facts>
          <Fact
            label={t('milestones_next')}
            detail={tPlural('milestones_missing', next.missing, formatNumber(next.missing))}
          >
            <Amount value={ordinal(next.play)} unit={t('milestones_unit')} />
          </Fact>
        </Facts>
      </section>
      {last ? (
        <EntryList
          title={t('milestones_title', ordinal(last.play), nameInWords(last.entry.name))}
          note={t('milestones_note')}
          fileName={fileNameOf('milestones', route)}
          kind="song"
          markLabel={t('milestones_column_play')}
          columns={columns}
          rows={rows}
          actions={actions}
        />
      ) : (
        <NotYet title={t('milestones_none_title')}>{t('milestones_none_text')}</NotYet>
      )}
    </>
  );
}

function ordinal(play: number): string {
  return tOrdinal(play, formatNumber(play));
}
