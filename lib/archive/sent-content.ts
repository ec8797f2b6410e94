/**
 * Contents of files on their way from one worker to another. Files of an import name the same tracks
 * over and over: each is sent with the first file that names it, and by its number from then on.
 */
import { type ErrorRecord, fromErrorRecord, toErrorRecord } from '../domain/app-error.ts';
import type { Track } from '../domain/stream.ts';
import type { FileContent } from './file-reader.ts';
import type { RowBatch } from './row-batch.ts';

type Streams = Extract<FileContent, { type: 'streams' }>;
type Failure = Extract<FileContent, { type: 'failure' }>;

export type SentContent =
  | Exclude<FileContent, Streams | Failure>
  | {
      type: 'streams';
      path: string;
      batch: Omit<RowBatch, 'tracks'>;
      /** The number of each of the batch's tracks; the new ones have those that follow the last. */
      tracks: Uint32Array<ArrayBuffer>;
      newTracks: Track[];
    }
  | { type: 'failure'; path: string; error: ErrorRecord };

/** Packs contents for one receiver, who must unpack all of them, in this order. */
export function createContentPacker(): (content: FileContent) => {
  sent: SentContent;
  transfer: Transferable[];
} {
  const numbers = new Map<Track, number>();
  return (content) => {
    const { path } = content;
    if (content.type === 'failure') {
      const error = toErrorRecord(content.error);
      return { sent: { type: 'failure', path, error }, transfer: [] };
    }
    if (content.type !== 'streams') return { sent: content, transfer: [] };
    const { tracks: all, ...batch } = content.batch;
    const newTracks = all.filter((track) => !numbers.has(track));
    for (const track of newTracks) numbers.set(track, numbers.size);
    const tracks = Uint32Array.from(all, (track) => numbers.get(track)!);
    const transfer: ArrayBuffer[] = [tracks.buffer];
    for (const column of Object.values(batch)) {
      if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) {
        transfer.push(column.buffer);
      }
    }
    return { sent: { type: 'streams', path, batch, tracks, newTracks }, transfer };
  };
}

/** The receiver's side; the files' tracks are the same objects again. */
export function createContentUnpacker(): (sent: SentContent) => FileContent {
  const known: Track[] = [];
  return (sent) => {
    const { path } = sent;
    if (sent.type === 'failure') {
      return { type: 'failure', path, error: fromErrorRecord(sent.error) };
    }
    if (sent.type !== 'streams') return sent;
    for (const track of sent.newTracks) known.push(track);
    const tracks = Array.from(sent.tracks, (number) => known[number]!);
    return { type: 'streams', path, batch: { ...sent.batch, tracks } };
  };
}
