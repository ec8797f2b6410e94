/** The history as files for other programs: exact when it comes back, harmless in a spreadsheet. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStreamParser } from '../../../lib/archive/parse-streams.ts';
import { buildDataset, type Dataset } from '../../../lib/dataset/dataset.ts';
import { gatherBatches } from '../../../lib/dataset/gather-batches.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
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

const textOf = (dataset: Dataset) => [...exportJson(dataset)].join('');

function readBack(dataset: Dataset): Stream[] {
  const bytes = new TextEncoder().encode(textOf(dataset));
  return rowsOf(gatherBatches([createStreamParser()(bytes)]));
}

describe('streams as JSON', () => {
  it('come back as they were', async () => {
    await importInto(history, 'a.zip', await writeExportZip(11, 3000));
    const before = await history.load(ME);
    const other = newHistory().history;
    const receipt = await importInto(other, 'endsong.json', textOf(before));
    expect(receipt).toMatchObject({ rows: 3000, known: 0, unreadable: 0 });
    expect(await seenIn(other)).toEqual(await seenIn(history));
    expect(await importInto(history, 'endsong.json', textOf(before))).toMatchObject({
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
    expect(textOf(buildDataset(rows.slice(0, 1)))).not.toContain('ostinato');
  });

  it('change nothing in the history they are from, and live plays go on', async () => {
    const poll = {
      streams: [aPlay(NINE), aPlay(NINE + DAY)],
      polledAt: NINE + DAY,
      pageFull: false,
    };
    await history.appendLive(ME, poll);
    const before = await seenIn(history);
    const text = textOf(await history.load(ME));
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
    const anyRow = fc
      .tuple(anyStream(0, 4e12), anyKind, anyAlbumUri)
      .map(([stream, kind, albumUri]): Stream => {
        const { uri, title, artist, album } = stream.track;
        const track = { kind, uri, title, artist, album, albumUri };
        return { ...stream, track: { ...aTrack(track), durationMs: null } };
      });
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
    const text = textOf(await history.load(ME));
    expect(await importInto(history, 'endsong.json', text)).toMatchObject({
      known: 1,
      notMusic: 0,
    });
    expect(await seenIn(history)).toEqual(before);
    const other = newHistory().history;
    await importInto(other, 'endsong.json', text);
    expect(await seenIn(other)).toEqual(before);
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
