/** The history as files for other programs: exact when it comes back, harmless in a spreadsheet. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStreamParser } from '../../../lib/archive/parse-streams.ts';
import { buildDataset, type Dataset } from '../../../lib/dataset/dataset.ts';
import { gatherBatches } from '../../../lib/dataset/gather-batches.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import type { TimeRange } from '../../../lib/domain/time-range.ts';
import type { History } from '../../../lib/history/history.ts';
import { exportCsv } from '../../../lib/ingest/export-csv.ts';
import { exportJson } from '../../../lib/ingest/export-json.ts';
import { importArchive } from '../../../lib/ingest/import-archive.ts';
import { asInput } from '../../support/exports/archive-inputs.ts';
import { writeExportZip } from '../../support/exports/write-export.ts';
import { anyStream, aPlay, aStream, aTrack, DAY } from '../dataset/streams.ts';
import { ME, newHistory, rowsOf, seenIn } from '../history/rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

function importInto(target: History, name: string, content: string | Uint8Array<ArrayBuffer>) {
  const inputs = [asInput(name, content)];
  return importArchive({
    inputs,
    accountId: ME,
    history: target,
    locks: navigator.locks,
    now: () => NINE,
    timeZone: 'UTC',
  });
}

const textOf = (dataset: Dataset, covered: readonly TimeRange[] = []) =>
  [...exportJson(dataset, { covered })].join('');

/** As the options page exports an account. */
const exported = async (from: History) => textOf(await from.load(ME), await from.coverage(ME));

function readBack(dataset: Dataset): Stream[] {
  const bytes = new TextEncoder().encode(textOf(dataset));
  return rowsOf(gatherBatches([createStreamParser()(bytes)]));
}

describe('streams as JSON', () => {
  it('come back as they were', async () => {
    await importInto(history, 'a.zip', await writeExportZip(11, 3000));
    const text = await exported(history);
    const other = newHistory().history;
    const receipt = await importInto(other, 'endsong.json', text);
    expect(receipt).toMatchObject({ rows: 3000, known: 0, unreadable: 0 });
    expect(await seenIn(other)).toEqual(await seenIn(history));
    expect(await importInto(history, 'endsong.json', text)).toMatchObject({
      known: 3000,
    });
  });

  it('say how sure each is, when not all are measured', async () => {
    const rows = [
      aStream({ endedAt: NINE }),
      aStream({ endedAt: NINE + DAY, quality: 'minute' }),
      aPlay(NINE + 2 * DAY + 7),
    ];
    const back = readBack(buildDataset(rows));
    expect(back.map(({ endedAt, quality }) => ({ endedAt, quality }))).toEqual(
      rows.map(({ endedAt, quality }) => ({ endedAt, quality })),
    );
    expect(textOf(buildDataset(rows.slice(0, 1)))).not.toContain('ostinato_quality');
  });

  it('change nothing in the history they are from, and live plays go on', async () => {
    const poll = {
      streams: [aPlay(NINE), aPlay(NINE + DAY)],
      polledAt: NINE + DAY,
      pageFull: false,
    };
    await history.appendLive(ME, poll);
    const before = await seenIn(history);
    const text = await exported(history);
    const receipt = await importInto(history, 'endsong.json', text);
    expect(receipt).toMatchObject({ known: 2, added: 0, upgraded: 0 });
    expect(await seenIn(history)).toEqual(before);
    await history.undoImport(ME, receipt.importId);
    expect(await seenIn(history)).toEqual(before);

    const other = newHistory().history;
    await importInto(other, 'endsong.json', text);
    expect(await other.appendLive(ME, poll)).toMatchObject({ added: 0 });
    expect(await other.extent(ME)).toMatchObject({ streams: 2 });
  });

  it('say again of every kind what was played, whatever is known of it', () => {
    const anyKind = fc.constantFrom('music', 'podcast', 'audiobook', 'unknown');
    const anyAlbumUri = fc.constantFrom(null, 'spotify:show:1');
    const anyFacts = fc.record({
      albumUri: anyAlbumUri,
      isrc: fc.constantFrom(null, 'DEXX12600001'),
      coverUrl: fc.constantFrom(null, 'https://i.scdn.co/image/1'),
      artistUri: fc.constantFrom(null, 'spotify:artist:1'),
    });
    const anyRow = fc
      .tuple(anyStream(0, 4e12), anyKind, anyFacts)
      .map(([stream, kind, facts]): Stream => ({
        ...stream,
        track: { ...stream.track, kind, ...facts },
      }));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (streams) => {
        expect(readBack(buildDataset(streams))).toEqual(rowsOf(buildDataset(streams)));
      }),
    );
  });

  it('do not count an audiobook of account data again, whose author Spotify has no field for', async () => {
    const row = { endTime: '2024-03-02 10:15', msPlayed: 60_000 };
    const names = { audiobookName: 'Tides', chapterName: 'One', authorName: 'Ines Vale' };
    const file = JSON.stringify([{ ...row, ...names }]);
    await importInto(history, 'StreamingHistory_audiobook_0.json', file);
    const before = await seenIn(history);
    const text = await exported(history);
    expect(await importInto(history, 'endsong.json', text)).toMatchObject({
      known: 1,
      notMusic: 0,
    });
    expect(await seenIn(history)).toEqual(before);
    const other = newHistory().history;
    await importInto(other, 'endsong.json', text);
    expect(await seenIn(other)).toEqual(before);
  });

  it('say once of each track what only Spotify could tell of it', async () => {
    const facts = {
      albumArtist: 'Various',
      durationMs: 201_000,
      isrc: 'DEXX12600001',
      coverUrl: 'https://i.scdn.co/image/1',
      artistUri: 'spotify:artist:1',
      albumUri: 'spotify:album:1',
    };
    const streams = [aPlay(NINE, facts), aPlay(NINE + DAY, facts), aPlay(NINE + 2 * DAY, facts)];
    await history.appendLive(ME, { streams, polledAt: NINE + 3 * DAY, pageFull: false });
    const text = await exported(history);
    expect(text.split(facts.isrc)).toHaveLength(2);
    const other = newHistory().history;
    await importInto(other, 'endsong.json', text);
    const [before, after] = [await seenIn(history), await seenIn(other)];
    expect(after).toEqual(before);
    expect(after.rows.map(({ track }) => track)).toEqual(streams.map(() => aTrack(facts)));
  });

  it('bring along what was seen whole, and claim nothing else', async () => {
    const rows = [NINE, NINE + DAY, NINE + 9 * DAY].map((endedAt) => aStream({ endedAt }));
    const covered = [
      { from: NINE - DAY, to: NINE + DAY },
      { from: NINE + 8 * DAY, to: NINE + 10 * DAY },
    ];
    const dataset = buildDataset(rows);
    await importInto(history, 'endsong.json', textOf(dataset, covered));
    expect(await history.coverage(ME)).toEqual(covered);

    const none = newHistory().history;
    await importInto(none, 'endsong.json', textOf(dataset));
    expect(await none.coverage(ME)).toEqual([]);

    // In several files each says what belongs to its own time; together they say all.
    const parts = [0, 1, 2].map((from) =>
      [...exportJson(dataset, { covered, from, to: from + 1 })].join(''),
    );
    const last = newHistory().history;
    await importInto(last, 'endsong.json', parts[2]!);
    expect(await last.coverage(ME)).toEqual([{ from: NINE + 9 * DAY, to: NINE + 10 * DAY }]);
    await importInto(last, 'endsong.json', parts[0]!);
    await importInto(last, 'endsong.json', parts[1]!);
    expect(await last.coverage(ME)).toEqual(covered);
  });

  it('hold no stretch that is none', async () => {
    const text = textOf(buildDataset([aStream({ endedAt: NINE })]), [{ from: NINE, to: NINE + 1 }]);
    for (const odd of ['"all"', '[7, null]', '[{"from":"soon","to":"2026-11-22T09:00:00Z"}]']) {
      const other = newHistory().history;
      const changed = text.replace(/"ostinato_covered" : .*/, `"ostinato_covered" : ${odd}`);
      expect(await importInto(other, 'endsong.json', changed)).toMatchObject({ added: 1 });
      expect(await other.coverage(ME)).toEqual(odd === '"all"' ? [{ from: NINE, to: NINE }] : []);
    }
  });

  it('are an empty list when there are none', () => {
    expect(JSON.parse(textOf(buildDataset([])))).toEqual([]);
  });
});

describe('streams as CSV', () => {
  it('are one line each, in the order of time', () => {
    const dataset = buildDataset([aStream({ endedAt: NINE }), aPlay(NINE - DAY)]);
    expect([...exportCsv(dataset)].join('').split('\r\n')).toEqual([
      '\uFEFFended_at,ms_played,kind,title,artist,album,uri,quality,reason_start,reason_end,shuffle,skipped,offline,incognito,platform,country',
      '2026-11-20T09:00:00Z,200000,music,Glass Harbour,Ines Vale,Tides,spotify:track:one,estimated,,,,,,,,',
      '2026-11-21T09:00:00Z,200000,music,Glass Harbour,Ines Vale,Tides,spotify:track:one,measured,clickrow,fwdbtn,false,,,,,',
      '',
    ]);
  });

  it('hold no formula, and no line or field that a title breaks', () => {
    const field = (title: string) =>
      [...exportCsv(buildDataset([aStream({ track: aTrack({ title }) })]))]
        .join('')
        .split('music,')[1]!
        .split(',Ines Vale')[0];
    expect(field('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
    expect(field('+1')).toBe("'+1");
    expect(field('-')).toBe("'-");
    expect(field('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(field('＝1')).toBe("'＝1");
    expect(field('a\r\n=1, "b"')).toBe('"a\r\n=1, ""b"""');
    expect(field(' =1')).toBe("' =1");
    expect(field('\t=1')).toBe(`"'\t=1"`);
  });
});
