/**
 * Notices when the browser has lost a store: a damaged one comes back silently empty. A mark stands in
 * two of them, and each tells on the other; of the third, what is known is whether it has a passphrase.
 */
import { Losses, NOTHING_LOST } from '../../lib/domain/losses.ts';
import type { PassphraseState } from '../../lib/domain/passphrase.ts';
import { z } from '../../lib/domain/schema.ts';
import type { History } from '../../lib/history/history.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';

interface Options {
  local: KeyValueArea;
  history: Pick<History, 'mark' | 'setMark'>;
  /** Of the vault's store; may fail. */
  passphraseState: () => Promise<PassphraseState>;
  createMark: () => string;
  now: () => number;
  changed: () => void;
}

const Canary = z.object({
  mark: z.string(),
  /** The mark stands in the history as well: from then on, its absence means a loss. */
  settled: z.boolean(),
  /** A passphrase is set. */
  passphrase: z._default(z.boolean(), false),
  lost: Losses,
});
type Canary = z.infer<typeof Canary>;

export function createLosses(options: Options) {
  const { local, history, createMark, now, changed } = options;
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
    const passphrase = await hasPassphrase(known);
    if (known?.settled && found !== null && known.passphrase === passphrase) return;
    // The loss first: after a crash between the two, it would not be found again.
    const lost = lossesOf(known, found, passphrase);
    const mark = known?.mark ?? found ?? createMark();
    await item.set({ mark, settled: false, passphrase, lost });
    if (found === null) await history.setMark(mark);
    await item.set({ mark, settled: true, passphrase, lost });
    changed();
  }

  /** A store that cannot be read has what it had. */
  async function hasPassphrase(known: Canary | null): Promise<boolean> {
    const isKnown = known?.passphrase ?? false;
    return options.passphraseState().then(
      (state) => state !== 'off',
      () => isKnown,
    );
  }

  function lossesOf(known: Canary | null, found: string | null, passphrase: boolean): Losses {
    if (known === null) return { ...NOTHING_LOST, settings: found === null ? null : now() };
    const { lost } = known;
    return {
      ...lost,
      history: known.settled && found === null ? now() : lost.history,
      passphrase: known.passphrase && !passphrase ? now() : lost.passphrase,
    };
  }

  return {
    check,
    get: async () => (await item.get())?.lost ?? NOTHING_LOST,
    /**
     * A person turns the passphrase on or off: call it once it is on, and before it is off, so that a
     * crash between the two is no loss.
     */
    async notePassphrase(isOn: boolean): Promise<void> {
      await item.update((known) => known && { ...known, passphrase: isOn });
    },
    /** The person knows. */
    async dismiss(): Promise<void> {
      await item.update((known) => known && { ...known, lost: NOTHING_LOST });
      changed();
    },
  };
}
