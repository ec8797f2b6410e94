import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { tally } from '../../../lib/stats/tally.ts';
import { anyStream, aTrack } from '../dataset/streams.ts';

/** Far fewer than streams: only then are they summed up by track. */
const fewTracks = fc
  .tuple(anyStream(0, 100), fc.constantFrom('Ode', 'Salt'))
  .map(([stream, title]) => ({ ...stream, track: aTrack({ uri: title, title }) }));

test('sums up many rows as it does few, whatever was asked before', () => {
  fc.assert(
    fc.property(
      fc.array(fewTracks, { minLength: 20, maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 8 }),
      (streams, ranges) => {
        const dataset = buildDataset(streams);
        const { rows } = dataset.columns;
        const { tracks, songs } = dataset.dictionary;
        for (const [a, b] of ranges) {
          const from = Math.min(a, b, rows);
          const to = Math.min(Math.max(a, b), rows);
          const ofRange = (mask: Uint8Array | null) =>
            tally(dataset, { from, to, mask }, tracks.song, songs.hash.length);
          // With a mask, each row is looked at.
          expect(ofRange(null)).toEqual(ofRange(new Uint8Array(rows).fill(1)));
        }
      },
    ),
  );
});
