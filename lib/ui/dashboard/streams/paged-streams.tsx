/** All streams of the range, or of one thing in it, a page at a time, newest first. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorRecord, toErrorRecord } from '../../../domain/app-error.ts';
import type { StreamsView } from '../../../views/streams/contract.ts';
import type { SubjectName } from '../../../views/subject-of.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import { tableToCsv } from '../../charts/chart-table.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { formatNumber } from '../../format.ts';
import { saveFile } from '../../save-file.ts';
import { t, tPlural } from '../../text.ts';
import { useOwnId } from '../../own-id.ts';
import type { AskView, PageProps } from '../page.ts';
import { noteOf, StreamTable } from './stream-table.tsx';

/** Read at once for a file. */
const FILE_PIECE = 1000;

interface PagedStreamsProps extends Pick<PageProps, 'ask' | 'timeZone' | 'actions' | 'now'> {
  subject: SubjectName | null;
  /** Instead of how many there are. */
  title?: string;
  /** The first page. */
  first: StreamsView;
  /** Streams a page. */
  size: number;
  /** Without what follows the dot. */
  fileName: string;
}

/** Give it a `key` that changes with what it lists: it keeps its page by itself. */
export function PagedStreams(props: PagedStreamsProps) {
  const { subject, title, first: given, size, ask, timeZone, actions, now, fileName } = props;
  const [page, setPage] = useState(0);
  const [read, setRead] = useState<StreamsView | null>(null);
  const [error, setError] = useState<ErrorRecord | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useOwnId();

  const isGiven = page === 0;
  const view = isGiven ? given : read;
  useEffect(() => {
    if (isGiven) return undefined;
    let current = true;
    async function readPage(): Promise<void> {
      try {
        const params = { subject, offset: page * size, limit: size };
        const answer = await ask('streams', params);
        if (!current) return;
        setRead(answer.view);
        setError(null);
      } catch (thrown) {
        if (current) setError(toErrorRecord(thrown));
      }
    }
    void readPage();
    return () => {
      current = false;
    };
  }, [ask, page, isGiven]);

  function turn(to: number): void {
    setPage(to);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }

  async function save(): Promise<void> {
    try {
      const blob = new Blob([tableToCsv(await readAll(ask, subject))], {
        type: 'text/csv;charset=utf-8',
      });
      saveFile({ name: `${fileName}.csv`, blob });
    } catch (thrown) {
      setError(toErrorRecord(thrown));
    }
  }

  const { total } = view ?? given;
  const first = page * size + 1;
  const last = Math.min(total, first + size - 1);
  return (
    <section class="card streams" aria-labelledby={id}>
      <div class="streams__head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title ??
            (view ? tPlural('streams_title', total, formatNumber(total)) : t('streams_waiting'))}
        </h2>
        {total > 0 ? (
          <Button small kind="quiet" onClick={() => void save()}>
            {t('chart_save_csv')}
          </Button>
        ) : null}
      </div>
      {error ? <ErrorNotice error={error} now={now} /> : null}
      {view && total > 0 ? (
        <StreamTable
          {...{ streams: view.streams, timeZone, actions, labelledBy: id }}
          named={subject?.of !== 'song'}
        />
      ) : view ? null : (
        <Skeleton width="100%" height="24rem" />
      )}
      {total > size ? (
        <nav class="streams__pages" aria-label={t('streams_pages')}>
          <Button small disabled={page === 0} onClick={() => turn(page - 1)}>
            {t('streams_newer')}
          </Button>
          <span class="muted small">
            {t('streams_shown', formatNumber(first), formatNumber(last), formatNumber(total))}
          </span>
          <Button small disabled={last >= total} onClick={() => turn(page + 1)}>
            {t('streams_older')}
          </Button>
        </nav>
      ) : null}
    </section>
  );
}

async function readAll(ask: AskView, subject: SubjectName | null): Promise<ChartTable> {
  const streams: StreamsView['streams'] = [];
  for (;;) {
    const { view } = await ask('streams', { subject, offset: streams.length, limit: FILE_PIECE });
    streams.push(...view.streams);
    if (streams.length >= view.total || view.streams.length === 0) break;
  }
  return {
    columns: [
      { label: t('recent_time'), kind: 'text' },
      { label: t('recent_song'), kind: 'name' },
      { label: t('recent_artist'), kind: 'name' },
      { label: t('recent_length'), kind: 'duration' },
      { label: t('stream_note'), kind: 'text' },
      { label: 'URI', kind: 'text' },
    ],
    rows: streams.map((stream) => [
      new Date(stream.endedAt).toISOString(),
      stream.title,
      stream.artist,
      stream.playedMs,
      noteOf(stream),
      stream.uri,
    ]),
  };
}
