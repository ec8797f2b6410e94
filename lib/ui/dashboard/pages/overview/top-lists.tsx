/** What was heard most in the range: artists, songs and albums, by plays. */
import type { TopEntry } from '../../../../domain/snapshot.ts';
import { Cover } from '../../../components/cover.tsx';
import { NameLink } from '../../../components/spotify-link.tsx';
import { formatDuration, formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import type { OverviewView } from '../../../../views/overview/contract.ts';

export function TopLists({ top: { artists, songs, albums } }: { top: OverviewView['top'] }) {
  return (
    <div class="tops">
      <TopList title={t('top_artists')} entries={artists} />
      <TopList title={t('top_songs')} entries={songs} />
      <TopList title={t('top_albums')} entries={albums} />
    </div>
  );
}

function TopList({ title, entries }: { title: string; entries: readonly TopEntry[] }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      {entries.length === 0 ? <p class="muted small">{t('top_empty')}</p> : null}
      <ol class="top-list">
        {entries.map((entry, index) => (
          <Entry key={index} entry={entry} place={index + 1} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, place }: { entry: TopEntry; place: number }) {
  const { name, artist, plays, playedMs, coverUrl, uri } = entry;
  return (
    <li class="top-list__entry">
      <span class="top-list__place" aria-hidden="true">
        {formatNumber(place)}
      </span>
      <Cover url={coverUrl} size={40} alt="" name={name} />
      <div class="top-list__text">
        <p class="top-list__name one-line" dir="auto" title={name}>
          <NameLink uri={uri}>{name}</NameLink>
        </p>
        <p class="muted small one-line" dir="auto" title={artist ?? undefined}>
          {artist ?? (playedMs === null ? '' : formatDuration(playedMs))}
        </p>
      </div>
      {plays === null ? null : (
        <p class="top-list__plays">{tPlural('popup_plays_count', plays, formatNumber(plays))}</p>
      )}
    </li>
  );
}
