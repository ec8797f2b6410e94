/** Hidden gems: songs heard faithfully, hardly ever skipped, by artists who are no favourites. */
import { useMemo } from 'preact/hooks';
import type { GemsView } from '../../../../views/taste/contract.ts';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { formatNumber } from '../../../format.ts';
import { t } from '../../../text.ts';
import { NotYet } from '../../chart-card.tsx';
import { EntryList } from '../../entry-list.tsx';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';

export function GemsPart({ view, route, actions }: PageProps & { view: GemsView }) {
  const { songs, found, knownEnds } = view;
  const isPopularityKnown = songs.some(({ popularity }) => popularity !== null);
  const columns = useMemo(
    (): TableColumn[] => [
      { label: t('list_plays'), kind: 'count' },
      { label: t('gems_column_months'), kind: 'text' },
      { label: t('gems_column_skipped'), kind: 'share' },
      ...(isPopularityKnown
        ? [{ label: t('gems_column_popularity'), kind: 'count' } as const]
        : []),
    ],
    [isPopularityKnown],
  );
  const rows = useMemo(
    () =>
      songs.map(({ entry, plays, months, monthsSince, skipRate, popularity }) => {
        const faithful = t('skips_skips_of', formatNumber(months), formatNumber(monthsSince));
        const cells = [plays, faithful, skipRate];
        return { entry, cells: isPopularityKnown ? [...cells, popularity] : cells };
      }),
    [songs, isPopularityKnown],
  );
  const first = songs[0];
  if (!first) {
    return knownEnds === 0 ? (
      <NotYet title={t('gems_unknown_title')}>{t('gems_unknown_text')}</NotYet>
    ) : (
      <NotYet title={t('gems_none_title')}>{t('gems_note')}</NotYet>
    );
  }
  return (
    <EntryList
      title={t(
        'gems_title',
        nameInWords(first.entry.name),
        formatNumber(first.months),
        formatNumber(first.monthsSince),
      )}
      note={[
        t('gems_note'),
        t(isPopularityKnown ? 'gems_order_popularity' : 'gems_order'),
        ...(found > songs.length
          ? [t('list_first', formatNumber(songs.length), formatNumber(found))]
          : []),
      ].join(' ')}
      fileName={fileNameOf('hidden-gems', route)}
      kind="song"
      columns={columns}
      rows={rows}
      actions={actions}
    />
  );
}
