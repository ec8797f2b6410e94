/** What an older version wrote is what this one reads. */
import { expect, it } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { createConnection } from '../../../lib/history/connection.ts';
import { encodeDictionary } from '../../../lib/history/dictionary-codec.ts';
import { MIGRATIONS } from '../../../lib/history/migrations.ts';
import { aPlay, HOUR } from '../dataset/streams.ts';
import { ME, newHistory, rowsOf } from './rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);

it('keeps what version 1 held, and no longer shows repeated plays', async () => {
  const { history, name } = newHistory();
  const old = createConnection(name, MIGRATIONS.slice(0, 1));
  const sealed = buildDataset([aPlay(NINE), aPlay(NINE + 10_000), aPlay(NINE + HOUR)]);
  const batch = buildDataset([aPlay(NINE + 2 * HOUR, { uri: 'spotify:track:two' })]);
  const encode = ({ columns, dictionary, metadata }: typeof sealed) => ({
    columns: { encoding: 'raw/1', ...columns },
    dictionary: encodeDictionary(dictionary, metadata),
  });
  await old.write(['accounts', 'segments', 'tail', 'dictionaries'], async (tx) => {
    const { columns, dictionary } = encode(sealed);
    const segments = [{ rows: 3, firstAt: NINE, lastAt: NINE + HOUR }];
    const sums = { streams: 3, firstAt: NINE, lastAt: NINE + 2 * HOUR };
    await tx.objectStore('accounts').put({ accountId: ME, segments, tailRecords: 1, ...sums });
    await tx.objectStore('segments').put({ accountId: ME, ordinal: 0, columns });
    for (const [part, value] of Object.entries(dictionary)) {
      await tx.objectStore('dictionaries').put({ accountId: ME, part, value });
    }
    await tx.objectStore('tail').put({ accountId: ME, sequence: 0, ...encode(batch) });
  });
  old.close();

  const times = rowsOf(await history.load(ME)).map(({ endedAt }) => endedAt - NINE);
  expect(times).toEqual([0, HOUR, 2 * HOUR]);
  expect(await history.extent(ME)).toEqual({
    streams: 3,
    firstAt: NINE,
    lastAt: NINE + 2 * HOUR,
  });
});
