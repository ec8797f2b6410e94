/** Obsessions: songs played again and again within a few days. */
import { useMemo } from 'preact/hooks';
import type { ObsessionsView } from '../../../../views/taste/contract.ts';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { NotYet } from '../../chart-card.tsx';
import { EntryList } from '../../entry-list.tsx';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { lengthText, rangeOfDays } from '../../range-words.ts';
import { daysCell } from '../../date-cells.ts';

export function ObsessionsPart({ view, route, actions }: PageProps & { view: ObsessionsView }) {
  const { songs, found } = view;
  const columns = useMemo(
    (): TableColumn[] => [
      { label: t('list_plays'), kind: 'count' },
      { label: t('obsessions_column_when'), kind: 'text' },
    ],
    [],
  );
  const rows = useMemo(
    () =>
      songs.map(({ entry, plays, firstDay, lastDay }) => {
        const days = { first: firstDay, last: lastDay };
        const range = rangeOfDays(days);
        const href = actions.hrefFor({ page: 'overview', range, params: {} });
        return { entry, cells: [plays, { ...daysCell(days), href }] };
      }),
    [songs, actions],
  );
  const first = songs[0];
  if (!first) {
    return <NotYet title={t('obsessions_none_title')}>{t('obsessions_note')}</NotYet>;
  }
  return (
    <EntryList
      title={t(
        'obsessions_title',
        nameInWords(first.entry.name),
        tPlural('popup_plays_count', first.plays, formatNumber(first.plays)),
        lengthText({ first: first.firstDay, last: first.lastDay }),
      )}
      note={[
        t('obsessions_note'),
        ...(found > songs.length
          ? [t('list_first', formatNumber(songs.length), formatNumber(found))]
          : []),
      ].join(' ')}
      fileName={fileNameOf('obsessions', route)}
      kind="song"
      columns={columns}
      rows={rows}
      actions={actions}
    />
  );
}
