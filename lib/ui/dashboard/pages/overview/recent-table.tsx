/** The newest streams as a table, one body for each day. */
import { Fragment } from 'preact';
import { Cover } from '../../../components/cover.tsx';
import { NameLink } from '../../../components/spotify-link.tsx';
import { formatDate, formatDuration } from '../../../format.ts';
import { t } from '../../../text.ts';
import { groupByDay } from '../../streams/group-by-day.ts';
import type { RecentStream } from '../../../../views/overview/contract.ts';

interface RecentTableProps {
  streams: readonly RecentStream[];
  timeZone: string;
}

export function RecentTable({ streams, timeZone }: RecentTableProps) {
  return (
    <section class="card">
      <h2 id="recent">{t('recent_title')}</h2>
      <table class="recent" aria-labelledby="recent">
        <thead>
          <tr>
            <th scope="col">{t('recent_time')}</th>
            <th scope="col">{t('recent_song')}</th>
            <th scope="col">{t('recent_artist')}</th>
            <th scope="col" class="recent__length">
              {t('recent_length')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groupByDay(streams, timeZone).map(({ at, items }) => (
            <Fragment key={at}>
              <tr>
                <th class="recent__day" scope="rowgroup" colSpan={4}>
                  {formatDate(at, 'day', timeZone)}
                </th>
              </tr>
              {items.map((stream, index) => (
                <Row key={`${stream.endedAt} ${index}`} stream={stream} timeZone={timeZone} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ stream, timeZone }: { stream: RecentStream; timeZone: string }) {
  const { endedAt, playedMs, quality, title, artist, coverUrl, uri } = stream;
  const name = title ?? t('recent_unnamed');
  // Spotify says only that it was played; its whole length is the best guess.
  const about = quality === 'estimated';
  return (
    <tr>
      <td class="recent__time">{formatDate(endedAt, 'time', timeZone)}</td>
      <td>
        <div class="recent__song">
          <Cover url={coverUrl} size={32} alt="" name={name} />
          <span class="one-line" dir="auto" title={name}>
            <NameLink uri={uri}>{name}</NameLink>
          </span>
        </div>
      </td>
      <td>
        <span class="recent__artist one-line" dir="auto" title={artist ?? undefined}>
          {artist ?? ''}
        </span>
      </td>
      <td class="recent__length">
        {about ? t('recent_about', formatDuration(playedMs)) : formatDuration(playedMs)}
      </td>
    </tr>
  );
}
