/** An update of the extension finds what an earlier version of it has stored, and keeps all of it. */
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../lib/history/migrations.ts';
import { openHistory } from '../../../lib/history/open-history.ts';
import { copyAsVersion } from '../../support/older-history.ts';
import { aPlay, HOUR } from '../dataset/streams.ts';
import { ME, newHistory, rowsOf } from './rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);

it.each(MIGRATIONS.slice(2).map((_, index) => index + 2))(
  'opens a history of version %i, and goes on with it',
  async (version) => {
    const { history, name } = newHistory();
    const poll = (endedAt: number) => ({
      streams: [aPlay(endedAt)],
      polledAt: endedAt + 1000,
      pageFull: false,
    });
    await history.appendLive(ME, poll(NINE));
    await history.fold(ME);
    await history.appendLive(ME, poll(NINE + HOUR));
    history.close();
    const old = `${name}-as-${version}`;
    await copyAsVersion(version, name, old);

    const updated = openHistory({ name: old });
    expect(await updated.mark()).toBeNull();
    await updated.appendLive(ME, poll(NINE + 2 * HOUR));
    const times = rowsOf(await updated.load(ME)).map(({ endedAt }) => endedAt - NINE);
    expect(times).toEqual([0, HOUR, 2 * HOUR]);
    expect(await updated.coverage(ME)).not.toEqual([]);
    updated.close();
  },
);
