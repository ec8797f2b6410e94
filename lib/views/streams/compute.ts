/** Computes one page of a list of streams. */
import { type Dataset, streamAt } from '../../dataset/dataset.ts';
import { IS_PLAY, IS_SKIP, rowClasses } from '../../stats/row-classes.ts';
import { ownHistory } from '../../stats/own-history.ts';
import { streamPage } from '../../stats/stream-page.ts';
import { findSubject, type FoundSubject } from '../subject-of.ts';
import { wantUri } from '../wanted.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ShownStream, StreamsParams, StreamsView } from './contract.ts';

export function computeStreams(setting: ViewSetting, params: StreamsParams): StreamsView {
  const { dataset, scope } = setting;
  const { subject, offset, limit } = params;
  if (!subject) {
    const { total, rows } = streamPage(dataset, scope.selection, { offset, limit });
    return { total, streams: rows.map((row) => shownStream(dataset, row)) };
  }
  const found = findSubject(dataset, subject);
  return found ? streamsOf(setting, found, { offset, limit }) : { total: 0, streams: [] };
}

/** Of one artist, album or song. */
export function streamsOf(
  { dataset, scope }: ViewSetting,
  { subject, index }: FoundSubject,
  page: Pick<StreamsParams, 'offset' | 'limit'>,
): StreamsView {
  const own = ownHistory(dataset, subject, index);
  const { total, rows } = streamPage(own.dataset, own.select(scope.selection), page);
  return { total, streams: rows.map((row) => shownStream(dataset, own.rows[row]!)) };
}

/** A row as a list shows it. */
export function shownStream(dataset: Dataset, row: number): ShownStream {
  const { endedAt, playedMs, quality, track } = streamAt(dataset, row);
  const { kind, title, artist, coverUrl, uri } = track;
  if (coverUrl === null && kind === 'music') wantUri(dataset, uri);
  const bits = rowClasses(dataset)[row]!;
  const isPlay = (bits & IS_PLAY) !== 0;
  const isSkip = (bits & IS_SKIP) !== 0;
  return { endedAt, playedMs, quality, kind, title, artist, coverUrl, uri, isPlay, isSkip };
}
