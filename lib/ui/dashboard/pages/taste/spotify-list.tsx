/** What Spotify's own lists say in the place of a view, and that it is they who say it. */
import { useMemo } from 'preact/hooks';
import type { SpotifyList } from '../../../../views/taste/contract.ts';
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
  const rows = useMemo(() => entries.map((entry) => ({ entry, cells: [] })), [entries]);
  return (
    <EntryList
      title={title}
      note={[
        t(source === 'spotify-4-weeks' ? 'top_source_spotify_4_weeks' : 'top_source_spotify_year'),
        t('taste_until_then'),
      ].join('. ')}
      fileName={fileName}
      kind={kind}
      columns={NO_FIGURES}
      rows={rows}
      actions={actions}
    />
  );
}

/** Spotify ranks and does not say by how much. */
const NO_FIGURES: readonly [] = [];
