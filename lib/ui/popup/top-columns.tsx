/** What was heard most: three artists, songs and albums side by side, the first of each large. */
import type { RangeFigures, TopEntry, TopSource } from '../../domain/snapshot.ts';
import { Cover } from '../components/cover.tsx';
import { NameLink, SpotifyLink } from '../components/spotify-link.tsx';
import { formatNumber } from '../format.ts';
import { t, tPlural, type MessageKey } from '../text.ts';

const SHOWN = 3;

const SOURCES: Readonly<Record<Exclude<TopSource, 'history'>, MessageKey>> = {
  'spotify-4-weeks': 'top_source_spotify_4_weeks',
  'spotify-year': 'top_source_spotify_year',
};

interface TopColumnsProps {
  top: RangeFigures['top'];
  /** Smaller covers, where room is needed for something else. */
  small?: boolean;
  /** Nothing of it came from Spotify. */
  invented?: boolean;
}

export function TopColumns({ top, small = false, invented = false }: TopColumnsProps) {
  const coverSize = small ? 40 : 64;
  const { source, artists, songs, albums } = top;
  if (artists.length + songs.length + albums.length === 0) return null;
  return (
    <section class="tops" aria-label={t('top_heading')}>
      <div class="tops__columns">
        <Column title={t('top_artists')} entries={artists} coverSize={coverSize} />
        <Column title={t('top_songs')} entries={songs} coverSize={coverSize} />
        <Column title={t('top_albums')} entries={albums} coverSize={coverSize} />
      </div>
      {invented ? null : (
        <p class="tops__source">
          {source === 'history' ? null : <span>{t(SOURCES[source])}</span>}
          <SpotifyLink>
            {source === 'history' ? t('spotify_attribution') : t('spotify_link')}
          </SpotifyLink>
        </p>
      )}
    </section>
  );
}

interface ColumnProps {
  title: string;
  entries: readonly TopEntry[];
  /** Of the first entry, in CSS pixels. */
  coverSize: number;
}

function Column({ title, entries, coverSize }: ColumnProps) {
  return (
    <div class="tops__column">
      <h2 class="tops__title">{title}</h2>
      {entries.length === 0 ? <p class="muted small">{t('top_empty')}</p> : null}
      <ol>
        {entries.slice(0, SHOWN).map((entry, index) => (
          <Entry key={index} entry={entry} {...(index === 0 ? { coverSize } : {})} />
        ))}
      </ol>
    </div>
  );
}

/** Without a size for its cover, an entry is one of those below the first. */
function Entry({ entry, coverSize }: { entry: TopEntry; coverSize?: number }) {
  const first = coverSize !== undefined;
  const { name, artist, plays, coverUrl, uri } = entry;
  return (
    <li class={first ? 'top top--first' : 'top'} title={artist ? `${name} · ${artist}` : name}>
      <Cover url={coverUrl} size={coverSize ?? 24} alt="" name={name} eager />
      <div class="top__text">
        <p class="top__name one-line" dir="auto">
          <NameLink uri={uri}>{name}</NameLink>
        </p>
        {plays === null ? null : (
          <p class={first ? 'top__plays' : 'visually-hidden'}>
            {tPlural('popup_plays_count', plays, formatNumber(plays))}
          </p>
        )}
      </div>
    </li>
  );
}
