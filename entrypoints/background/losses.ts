/**
 * Notices when the browser has lost a store: a damaged one comes back silently empty. A mark stands in
 * both, and each tells on the other.
 */
import { Losses, NOTHING_LOST } from '../../lib/domain/losses.ts';
import { z } from '../../lib/domain/schema.ts';
import type { History } from '../../lib/history/history.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';

interface Options {
  local: KeyValueArea;
  history: Pick<History, 'mark' | 'setMark'>;
  createMark: () => string;
  now: () => number;
  changed: () => void;
}

const Canary = z.object({
  mark: z.string(),
  /** The mark stands in the history as well: from then on, its absence means a loss. */
  settled: z.boolean(),
  lost: Losses,
});

export function createLosses({ local, history, createMark, now, changed }: Options) {
  const item = createStoredItem({
    area: local,
    key: 'canary',
    version: 1,
    schema: z.nullable(Canary),
    fallback: null,
  });

  /**
   * At every start of the background. A store that cannot be read is not lost: then it rejects, with
   * `history/…` or `storage/newer-version`, and nothing is noted.
   */
  async function check(): Promise<void> {
    const [known, found] = [await item.get(), await history.mark()];
    if (known?.settled && found !== null) return;
    // The loss first: after a crash between the two, it would not be found again.
    const lost = lossesOf(known, found);
    const mark = known?.mark ?? found ?? createMark();
    await item.set({ mark, settled: false, lost });
    if (found === null) await history.setMark(mark);
    await item.set({ mark, settled: true, lost });
    changed();
  }

  function lossesOf(known: z.infer<typeof Canary> | null, found: string | null): Losses {
    if (known === null) return { ...NOTHING_LOST, settings: found === null ? null : now() };
    const isGone = known.settled && found === null;
    return { ...known.lost, history: isGone ? now() : known.lost.history };
  }

  return {
    check,
    get: async () => (await item.get())?.lost ?? NOTHING_LOST,
    /** The person knows. */
    async dismiss(): Promise<void> {
      await item.update((known) => known && { ...known, lost: NOTHING_LOST });
      changed();
    },
  };
}
