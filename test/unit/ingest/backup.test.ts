/** A backup: everything but the tokens, back again exactly, and never half. */
import * as fc from 'fast-check';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IMPORTED_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import { countDetails } from '../../../lib/domain/details.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts';
import type { History } from '../../../lib/history/history.ts';
import { exportBackup } from '../../../lib/ingest/export-backup.ts';
import { restoreBackup } from '../../../lib/ingest/restore-backup.ts';
import { details } from '../dataset/details.ts';
import { aPlay, aStream, aTrack, DAY, MINUTE } from '../dataset/streams.ts';
import { NINE, type Step, steps } from '../history/any-listening.ts';
import { anImport, beforeEachPut, ME, newHistory, seenIn } from '../history/rig.ts';
import { aSong } from './spotify-lists.ts';

const settings = { ...DEFAULT_SETTINGS, syncIntervalMinutes: 7 };

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

async function backUp(of: History = history): Promise<Uint8Array<ArrayBuffer>> {
  const stream = exportBackup({ history: of, settings, now: () => NINE });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const restore = (bytes: Uint8Array<ArrayBuffer>, into: History = history) =>
  restoreBackup(new Blob([bytes]), { history: into });

async function take(into: History, all: readonly Step[], name: string): Promise<void> {
  for (const [i, { type, streams, fold }] of all.entries()) {
    if (type === 'import') await into.addImport(ME, anImport(streams, `${name}-${i}`));
    else await into.appendLive(ME, { streams, polledAt: NINE + DAY, pageFull: false });
    if (fold) await into.fold(ME);
  }
}

async function everything(of: History, accountId = ME) {
  const [receipts, saved] = [await of.receipts(accountId), await of.saved(accountId)];
  const known = await of.details(accountId);
  const heads = await of.lists.heads(accountId);
  return { ...(await seenIn(of, accountId)), receipts, saved, known, heads };
}

async function fill(): Promise<void> {
  const playlists = [
    {
      name: 'Evenings',
      description: null,
      modifiedOn: null,
      followers: null,
      uri: null,
      items: [],
    },
  ];
  const library = { saved: [], banned: [] };
  const covered = { from: NINE - 10 * DAY, to: NINE };
  const rows = [
    aStream({ endedAt: NINE, platform: 'ios', country: 'DE' }),
    aStream({ endedAt: NINE - DAY, reasonStart: 'a reason of tomorrow' }),
    aStream({
      endedAt: NINE - 2 * DAY,
      track: aTrack({ kind: 'audiobook', uri: 'spotify:episode:1', albumUri: 'spotify:show:1' }),
    }),
  ];
  await history.addImport(ME, anImport(rows, 'one', { covered, playlists, library }));
  const change = { isrc: 'DEXX12600001', coverUrl: 'https://i.scdn.co/image/1', albumArtist: 'V' };
  const streams = [aPlay(NINE + MINUTE, change), aPlay(NINE + DAY, change)];
  await history.appendLive(ME, { streams, polledAt: NINE + DAY, pageFull: false });
  await history.addImport(IMPORTED_ACCOUNT_ID, anImport(rows.slice(0, 1), 'two'));
  const said = { coverUrl: 'https://i.scdn.co/image/2', releaseDate: '2019-05' };
  await history.noteDetails(
    ME,
    details({
      tracks: { 'spotify:track:one': { albumUri: 'spotify:album:tides', popularity: 3 } },
      albums: { 'spotify:album:tides': said },
      artists: { 'spotify:artist:ines': { name: 'Ines Vale', genres: ['indie'] } },
    }),
  );
  const head = { id: '1', uri: null, name: 'Mornings', description: null, collaborative: true };
  await history.lists.keepPlaylists(ME, [{ ...head, snapshotId: 'A' }], NINE + 2 * DAY);
  const items = [aSong('One')];
  await history.lists.finishPlaylist(ME, '1', { items, readAt: NINE + 2 * DAY, mark: 'A' });
  const about = { readAt: NINE + 2 * DAY, unreadable: 1, wholeAt: null };
  await history.lists.finishLibrary(ME, items, about);
}

describe('a backup', () => {
  it('brings everything back into an empty extension', async () => {
    await fill();
    const other = newHistory().history;
    expect(await restore(await backUp(), other)).toEqual({
      createdAt: NINE,
      settings,
      accountIds: [ME, IMPORTED_ACCOUNT_ID],
    });
    for (const accountId of [ME, IMPORTED_ACCOUNT_ID]) {
      expect(await everything(other, accountId)).toEqual(await everything(history, accountId));
    }
    await other.undoImport(ME, 'one');
    await history.undoImport(ME, 'one');
    expect(await everything(other)).toEqual(await everything(history));
  });

  it('merges with what is there as if all had happened in one place', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (here, there) => {
        ({ history } = newHistory());
        const other = newHistory().history;
        await take(history, here, 'here');
        await take(other, there, 'there');
        const both = newHistory().history;
        await take(both, here, 'here');
        await take(both, there, 'there');
        const expected = await seenIn(both);
        const bytes = await backUp(other);
        for (let times = 0; times < 2; times++) {
          await restore(bytes);
          expect(await seenIn(history)).toEqual(expected);
        }
        await history.undoImport(ME, 'there-0');
        await both.undoImport(ME, 'there-0');
        expect(await seenIn(history)).toEqual(await seenIn(both));
      }),
      { numRuns: 25 },
    );
  });

  it('knows the next poll’s plays again', async () => {
    await fill();
    const other = newHistory().history;
    await restore(await backUp(), other);
    const poll = { streams: [aPlay(NINE + DAY)], polledAt: NINE + DAY, pageFull: true };
    expect(await other.appendLive(ME, poll)).toMatchObject({ added: 0, possibleGap: false });
  });

  it('that tells nothing of details, as the first ones did, is read', async () => {
    await fill();
    const lines = gunzipSync(await backUp())
      .toString()
      .trimEnd()
      .split('\n');
    const old = lines
      .filter((line) => !line.startsWith('{"details"'))
      .map((line) => line.replace(/"details":\d+,/, ''));
    expect(old.length).toBe(lines.length - 3);
    const other = newHistory().history;
    await restore(new Uint8Array(gzipSync(`${old.join('\n')}\n`)), other);
    expect(countDetails(await other.details(ME))).toBe(0);
    expect(await other.extent(ME)).toEqual(await history.extent(ME));
  });

  it('does not replace what is known better here', async () => {
    await fill();
    const bytes = await backUp();
    const newer = { albums: { 'spotify:album:tides': { coverUrl: 'https://i.scdn.co/image/3' } } };
    await history.noteDetails(ME, details(newer));
    await restore(bytes);
    const { albums } = await history.details(ME);
    expect(albums.get('spotify:album:tides')).toMatchObject({
      coverUrl: 'https://i.scdn.co/image/3',
      releaseDate: '2019-05',
    });
  });

  it('of nothing is a backup too', async () => {
    expect(await restore(await backUp())).toMatchObject({ accountIds: [] });
  });

  it('holds many rows', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) =>
      aStream({ endedAt: NINE + i * 1000, track: aTrack({ uri: `spotify:track:${i % 4001}` }) }),
    );
    await history.addImport(ME, anImport(rows, 'many'));
    const other = newHistory().history;
    await restore(await backUp(), other);
    expect((await other.load(ME)).columns).toEqual((await history.load(ME)).columns);
  });
});

describe('a file that is no good', () => {
  const lineOf = (value: unknown) => new Uint8Array(gzipSync(`${JSON.stringify(value)}\n`));

  it('is refused when it is not a backup', async () => {
    const foreign = { code: 'backup/foreign' };
    const text = new TextEncoder().encode('hello');
    await expect(restore(text)).rejects.toMatchObject(foreign);
    await expect(restore(new Uint8Array())).rejects.toMatchObject(foreign);
    await expect(restore(new Uint8Array(gzipSync(text)))).rejects.toMatchObject(foreign);
    await expect(restore(lineOf({ schema: 'other/1' }))).rejects.toMatchObject(foreign);
    await expect(restore(lineOf([]))).rejects.toMatchObject(foreign);
  });

  it('is refused when a later version wrote it', async () => {
    const later = lineOf({ schema: 'ostinato-backup/2', createdAt: 1 });
    await expect(restore(later)).rejects.toMatchObject({ code: 'backup/newer' });
  });

  it('is refused wherever it is cut off, and nothing is taken over', async () => {
    await fill();
    const bytes = await backUp();
    const text = gunzipSync(bytes).toString();
    const other = newHistory().history;
    const refused = { code: 'backup/damaged' };
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * part));
      await expect(restore(cut, other)).rejects.toMatchObject(refused);
    }
    const lines = text.split('\n').slice(0, -1);
    for (let left = 1; left < lines.length; left++) {
      for (const kept of [lines.slice(0, left), lines.toSpliced(left, 1)]) {
        const cut = new Uint8Array(gzipSync(kept.join('\n')));
        await expect(restore(cut, other)).rejects.toMatchObject(refused);
      }
    }
    expect(await other.accounts()).toEqual([]);
  });

  it('is refused when a number in it points nowhere', async () => {
    await fill();
    const text = gunzipSync(await backUp()).toString();
    const column = /\{"rows":\[.*/g;
    const rows = column.exec(text)![0];
    const values = (JSON.parse(rows) as { rows: number[][] }).rows;
    for (const [i, bad] of values.flatMap((_, place) =>
      [-1, 0.5, 1e16].map((n) => [place, n] as const),
    )) {
      const changed = values.map((list, j) => (i === j ? [bad, ...list.slice(1)] : list));
      const damaged = text.replace(rows, JSON.stringify({ rows: changed }));
      const bytes = new Uint8Array(gzipSync(damaged));
      await expect(restore(bytes)).rejects.toMatchObject({ code: 'backup/damaged' });
    }
  });

  it('is refused as soon as it tells of more than it announced', async () => {
    await fill();
    const lines = gunzipSync(await backUp())
      .toString()
      .trimEnd()
      .split('\n');
    for (const kind of ['{"tracks"', '{"rows"', '{"details"']) {
      const place = lines.findIndex((line) => line.startsWith(kind));
      const more = [2, 3, 4, 5].map((n) => lines[place]!.replaceAll(/one|1/g, String(n)));
      // Cut off behind: what is too much is found before the end is.
      const text = [...lines.slice(0, place + 1), ...more].join('\n');
      const bytes = new Uint8Array(gzipSync(text));
      const detail = kind.slice(2, -1);
      const refused = { code: 'backup/damaged', data: { detail } };
      await expect(restore(bytes), kind).rejects.toMatchObject(refused);
    }
  });

  it('leaves the history as it was when the disk is full', async () => {
    await fill();
    const bytes = await backUp();
    const other = newHistory().history;
    let puts = 0;
    beforeEachPut(() => {
      if (puts++ === 12) throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(restore(bytes, other)).rejects.toMatchObject({ code: 'history/quota' });
    vi.restoreAllMocks();
    expect(await other.accounts()).toEqual([]);
  });
});
