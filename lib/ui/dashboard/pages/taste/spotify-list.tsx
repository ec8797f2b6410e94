/**
 * What Spotify's own lists say in the place of a view, and that it is they who say it. Spotify ranks,
 * and does not say by how much; of albums it says when they were released.
 */
import { useMemo } from 'preact/hooks';
import type { SpotifyList } from '../../../../views/taste/contract.ts';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { t } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';
import type { DetailKind } from '../../detail-href.ts';
import { EntryList } from '../../entry-list.tsx';

interface SpotifyEntriesProps {
  spotifyList: NonNullable<SpotifyList>;
  kind: DetailKind;
  title: string;
  fileName: string;
  actions: DashboardActions;
}

export function SpotifyEntries({
  spotifyList,
  kind,
  title,
  fileName,
  actions,
}: SpotifyEntriesProps) {
  const { source, entries } = spotifyList;
  const columns = useMemo(
    (): TableColumn[] =>
      entries.some(({ releaseYear }) => releaseYear !== undefined)
        ? [{ label: t('releases_column_year'), kind: 'text' }]
        : [],
    [entries],
  );
  const rows = useMemo(
    () =>
      entries.map((entry) => ({
        entry,
        cells: columns.map(() =>
          entry.releaseYear === undefined ? t('releases_unknown') : String(entry.releaseYear),
        ),
      })),
    [entries, columns],
  );
  return (
    <EntryList
      title={title}
      note={[
        t(source === 'spotify-4-weeks' ? 'top_source_spotify_4_weeks' : 'top_source_spotify_year'),
        t('taste_until_then'),
      ].join('. ')}
      fileName={fileName}
      kind={kind}
      columns={columns}
      rows={rows}
      actions={actions}
    />
  );
}
