/** Asking about music after an import was undone: nothing that went with it is asked for, or counted. */
import { beforeEach, expect, it } from 'vitest';
import { createEnrichRig, type EnrichRig, MIRA } from './enrich-rig.ts';
import { heard, idOf, type Song, uriOf } from './music.ts';

const KEPT = songs('kept', 30);
const GONE = songs('gone', 80);

function songs(name: string, count: number): Song[] {
  return Array.from({ length: count }, (_, i) => ({
    track: `${name}Track${i}`,
    album: `${name}Album${i}`,
    artist: `${name}Artist${i}`,
  }));
}

let rig: EnrichRig;
let enrichment: ReturnType<EnrichRig['start']>;
beforeEach(async () => {
  rig = createEnrichRig([...KEPT, ...GONE]);
  const kept = KEPT.flatMap((song, i) => heard(song, 1, i * 100));
  const gone = GONE.flatMap((song, i) => heard(song, 5, 100_000 + i * 100));
  for (const streams of [kept, gone]) await rig.hear(MIRA.id, streams);
  enrichment = rig.start();
  await enrichment.replan(MIRA.id);
  await enrichment.wake();
  expect((await enrichment.state(MIRA.id)).counts?.albums.total).toBe(110);

  rig.online = false;
  const shown = [...GONE.map(({ track }) => track), 'keptTrack29'];
  await enrichment.want(
    MIRA.id,
    shown.map((track) => uriOf('track', track)),
  );
  await rig.history.undoImport(MIRA.id, 'import-1');
  await enrichment.replan(MIRA.id);
  await enrichment.wake();
});

it('tells no figures of it any more', async () => {
  expect((await enrichment.state(MIRA.id)).counts).toBeNull();
  rig.online = true;
  await enrichment.wake();
  expect((await enrichment.state(MIRA.id)).counts?.albums.total).toBe(30);
});

it('asks about nothing that went with it, though it was on screen', async () => {
  const asked = rig.asked.length;
  rig.online = true;
  await enrichment.wake();
  const paths = rig.paths().slice(asked);
  expect(paths[0]).toBe(`/tracks/${idOf('keptTrack29')}`);
  const gone = new Set(GONE.map(({ track }) => `/tracks/${idOf(track)}`));
  expect(paths.filter((path) => gone.has(path))).toEqual([]);
});
