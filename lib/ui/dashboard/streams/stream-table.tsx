/** Streams one by one as a table: when, what, how long. */
import type { ShownStream } from '../../../views/streams/contract.ts';
import { Cover } from '../../components/cover.tsx';
import { formatDate, formatDuration } from '../../format.ts';
import { t } from '../../text.ts';
import type { DashboardActions } from '../dashboard-actions.ts';
import { NameLink } from '../name-link.tsx';

interface StreamTableProps {
  streams: readonly ShownStream[];
  timeZone: string;
  actions: DashboardActions;
  /** The id of the heading that names it. */
  labelledBy: string;
  /** False where all are of one song: it need not be named in each row. */
  named?: boolean;
}

export function StreamTable(props: StreamTableProps) {
  const { streams, labelledBy, named = true } = props;
  return (
    <table class="recent" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col" class="recent__time">
            {t('recent_time')}
          </th>
          {named ? <th scope="col">{t('recent_song')}</th> : null}
          <th scope="col" class="recent__note">
            <span class="visually-hidden">{t('stream_note')}</span>
          </th>
          <th scope="col" class="recent__length">
            {t('recent_length')}
          </th>
        </tr>
      </thead>
      <tbody>
        {streams.map((stream, index) => (
          <Row key={`${stream.endedAt} ${index}`} {...props} stream={stream} named={named} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Pick<StreamTableProps, 'timeZone' | 'actions' | 'named'> & { stream: ShownStream };

function Row({ stream, timeZone, actions, named }: RowProps) {
  const { endedAt, playedMs, quality } = stream;
  // Spotify says only that it was played; its whole length is the best guess.
  const about = quality === 'estimated';
  return (
    <tr>
      <td class="recent__time">
        {formatDate(endedAt, 'date', timeZone)} <span>{formatDate(endedAt, 'time', timeZone)}</span>
      </td>
      {named ? (
        <td>
          <Song stream={stream} actions={actions} />
        </td>
      ) : null}
      <td class="recent__note">{noteOf(stream)}</td>
      <td class="recent__length">
        {about ? t('recent_about', formatDuration(playedMs)) : formatDuration(playedMs)}
      </td>
    </tr>
  );
}

function Song({ stream, actions }: Pick<RowProps, 'stream' | 'actions'>) {
  const { kind, title, artist, coverUrl, uri } = stream;
  const name = title ?? t('recent_unnamed');
  // What is no music has no page of its own.
  const hasPage = kind === 'music' && title !== null;
  return (
    <div class="recent__song">
      <Cover url={coverUrl} size={40} alt="" name={name} />
      <div class="recent__names">
        {hasPage ? (
          <NameLink kind="song" {...{ name, artist, uri, actions }} />
        ) : (
          <bdi class="one-line" title={name}>
            {name}
          </bdi>
        )}
        <span class="muted one-line" dir={hasPage ? undefined : 'auto'}>
          {artist === null ? null : hasPage ? (
            <NameLink kind="artist" name={artist} actions={actions} />
          ) : (
            artist
          )}
        </span>
      </div>
    </div>
  );
}

/** What there is to say of a stream that is not simply a play. */
export function noteOf({ kind, isSkip, isPlay }: ShownStream): string {
  if (kind === 'podcast') return t('stream_podcast');
  if (kind === 'audiobook') return t('stream_audiobook');
  if (isSkip) return t('stream_skipped');
  return kind === 'music' && !isPlay ? t('stream_short') : '';
}
