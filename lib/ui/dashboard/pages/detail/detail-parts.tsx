/** The songs and albums of one thing, ranked: the first ones, and all when asked. */
import { useMemo, useState } from 'preact/hooks';
import type { Detail, Part } from '../../../../views/detail/contract.ts';
import type { SubjectName } from '../../../../views/subject-of.ts';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { Button } from '../../../components/button.tsx';
import { formatNumber } from '../../../format.ts';
import { t, type PluralKey } from '../../../text.ts';
import type { DetailKind } from '../../detail-href.ts';
import { EntryList } from '../../entry-list.tsx';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { partsFinding } from './detail-words.ts';

/** Shown at once. */
const FEW = 10;

interface PartsProps extends PageProps {
  detail: Detail;
  subject: SubjectName;
}

export function DetailParts(props: PartsProps) {
  const { detail, subject } = props;
  const { songs, songCount, albums, albumCount } = detail;
  // A song on one album says nothing new.
  const withAlbums = subject.of === 'artist' ? albumCount > 0 : albumCount > 1;
  return (
    <div class="detail-parts">
      {songCount > 0 ? (
        <PartList {...props} kind="song" parts={songs} count={songCount} words="top_count_songs" />
      ) : null}
      {withAlbums ? (
        <PartList
          {...props}
          kind="album"
          parts={albums}
          count={albumCount}
          words="top_count_albums"
        />
      ) : null}
    </div>
  );
}

interface PartListProps extends PartsProps {
  kind: DetailKind;
  parts: readonly Part[];
  count: number;
  words: PluralKey;
}

function PartList({ kind, parts, count, words, route, actions }: PartListProps) {
  const [all, setAll] = useState(false);
  const rows = useMemo(
    () =>
      (all ? parts : parts.slice(0, FEW)).map(({ entry, plays, playedMs }) => ({
        entry,
        cells: [plays, playedMs],
      })),
    [parts, all],
  );
  const columns = useMemo<TableColumn[]>(
    () => [
      { label: t('list_plays'), kind: 'count' },
      { label: t('list_time'), kind: 'duration' },
    ],
    [],
  );
  return (
    <EntryList
      title={partsFinding(parts, { name: nameInWords, count, words })}
      fileName={fileNameOf(kind === 'song' ? 'songs' : 'albums', route)}
      kind={kind}
      columns={columns}
      rows={rows}
      actions={actions}
      choices={
        parts.length > FEW ? (
          <Button small kind="quiet" onClick={() => setAll(!all)}>
            {all ? t('detail_fewer') : t('detail_all', formatNumber(parts.length))}
          </Button>
        ) : undefined
      }
    />
  );
}
