/** Forgotten favourites: among the most played ever, and unheard for a year. */
import { useMemo } from 'preact/hooks';
import type { ForgottenView } from '../../../../views/taste/contract.ts';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { formatDate, formatNumber } from '../../../format.ts';
import { t } from '../../../text.ts';
import { NotYet } from '../../chart-card.tsx';
import { EntryList } from '../../entry-list.tsx';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { formatDay } from '../../range-words.ts';
import { seenFrom } from './seen-from.ts';
import { dateCell } from '../../date-cells.ts';

const DAY_MS = 86_400_000;

export function ForgottenPart(props: PageProps & { view: ForgottenView }) {
  const { view, scope, route, timeZone, actions } = props;
  const { songs, asOf, unheardSince } = view;
  const columns = useMemo(
    (): TableColumn[] => [
      { label: t('forgotten_column_rank'), kind: 'text' },
      { label: t('list_plays'), kind: 'count' },
      { label: t('forgotten_column_last'), kind: 'text' },
    ],
    [],
  );
  const rows = useMemo(
    () =>
      songs.map(({ entry, rank, plays, lastHeardAt }) => ({
        entry,
        cells: [t('forgotten_rank', formatNumber(rank)), plays, dateCell(lastHeardAt, timeZone)],
      })),
    [songs, timeZone],
  );
  const first = songs[0];
  if (!first) {
    const { firstAt } = scope.kept;
    const isYoung = firstAt === null || firstAt / DAY_MS > unheardSince;
    return isYoung ? (
      <NotYet title={t('forgotten_young_title')}>{t('forgotten_young_text')}</NotYet>
    ) : (
      <NotYet title={t('forgotten_none_title')}>
        {t('forgotten_none_text', formatDay(unheardSince, 'date'))}
      </NotYet>
    );
  }
  return (
    <EntryList
      title={t(
        'forgotten_title',
        nameInWords(first.entry.name),
        formatDate(first.lastHeardAt, 'date', timeZone),
      )}
      note={[t('forgotten_note'), ...seenFrom(asOf, scope)].join(' ')}
      fileName={fileNameOf('forgotten', route)}
      kind="song"
      columns={columns}
      rows={rows}
      actions={actions}
    />
  );
}
