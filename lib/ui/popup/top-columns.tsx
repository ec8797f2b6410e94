/** What was heard most: three artists, songs and albums side by side, the first of each large. */
import type { RangeFigures, TopEntry, TopSource } from '../../domain/snapshot.ts';
import { Cover } from '../components/cover.tsx';
import { NameLink, SpotifyLink } from '../components/spotify-link.tsx';
import { formatNumber } from '../format.ts';
import { t, tPlural, type MessageKey } from '../text.ts';

const SHOWN = 3;

const SOURCES: Readonly<Record<Exclude<TopSource, 'history'>, MessageKey>> = {
  'spotify-4-weeks': 'top_source_spotify_4_weeks',
  'spotify-6-months': 'top_source_spotify_6_months',
  'spotify-year': 'top_source_spotify_year',
};

export function TopColumns({ top }: { top: RangeFigures['top'] }) {
  const { source, artists, songs, albums } = top;
  if (artists.length + songs.length + albums.length === 0) return null;
  return (
    <section class="tops" aria-label={t('top_heading')}>
      <div class="tops__columns">
        <Column title={t('top_artists')} entries={artists} />
        <Column title={t('top_songs')} entries={songs} />
        <Column title={t('top_albums')} entries={albums} />
      </div>
      <p class="tops__source">
        <span>{source === 'history' ? t('spotify_attribution') : t(SOURCES[source])}</span>
        <SpotifyLink />
      </p>
    </section>
  );
}

function Column({ title, entries }: { title: string; entries: readonly TopEntry[] }) {
  return (
    <div class="tops__column">
      <h2 class="tops__title">{title}</h2>
      {entries.length === 0 ? <p class="muted small">{t('top_empty')}</p> : null}
      <ol>
        {entries.slice(0, SHOWN).map((entry, index) => (
          <Entry key={index} entry={entry} first={index === 0} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry, first }: { entry: TopEntry; first: boolean }) {
  const { name, artist, plays, coverUrl, uri } = entry;
  return (
    <li class={first ? 'top top--first' : 'top'} title={artist ? `${name} · ${artist}` : name}>
      <Cover url={coverUrl} size={first ? 64 : 28} alt="" name={name} eager />
      <div class="top__text">
        <p class="top__name one-line" dir="auto">
          <NameLink uri={uri}>{name}</NameLink>
        </p>
        {plays === null ? null : (
          <p class="top__plays">{tPlural('popup_plays_count', plays, formatNumber(plays))}</p>
        )}
      </div>
    </li>
  );
}
