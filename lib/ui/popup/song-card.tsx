/** What plays now or was played last, and what the history knows of it. */
import type { PlayedSong } from '../../domain/snapshot.ts';
import { Cover } from '../components/cover.tsx';
import { NameLink, SpotifyLink } from '../components/spotify-link.tsx';
import { formatDate, formatNumber, formatRelative } from '../format.ts';
import { t, tOrdinal } from '../text.ts';
import type { PopupModel } from './popup-model.ts';

interface SongCardProps {
  model: PopupModel;
  song: PlayedSong;
  timeZone: string | undefined;
}

export function SongCard({ model: { kind, playing, now }, song, timeZone }: SongCardProps) {
  const { title, artist, album, coverUrl, uri, at } = song;
  return (
    <section class="song">
      <Cover
        url={coverUrl}
        size={64}
        alt={t('cover_alt', album ?? title)}
        name={album ?? title}
        eager
      />
      <div class="song__text">
        <p class="song__when">
          <span class={playing ? 'song__now' : undefined} data-dated>
            {playing ? t('popup_playing') : t('popup_played', formatRelative(at, now))}
          </span>
          {kind === 'sample' ? null : <SpotifyLink uri={uri} name={title} />}
        </p>
        <p class="song__title one-line" dir="auto" title={title}>
          <NameLink uri={uri}>{title}</NameLink>
        </p>
        <p class="song__artist one-line" dir="auto" title={artist ?? undefined}>
          {artist ?? ''}
        </p>
        <p class="song__count one-line">{countText(song, playing, timeZone)}</p>
      </div>
    </section>
  );
}

/** A song that plays now is not counted yet: this is the next play. */
function countText(
  { plays, firstPlayedAt }: PlayedSong,
  playing: boolean,
  timeZone: string | undefined,
): string {
  const count = playing ? plays + 1 : Math.max(1, plays);
  if (count === 1 || firstPlayedAt === null) return t('popup_first_play');
  const nth = tOrdinal(count, formatNumber(count));
  return t('popup_nth_play', nth, formatDate(firstPlayedAt, 'month', timeZone));
}
