/** Where each step of the browser's history was scrolled to: “back” leads to where one stood. */

interface ScrollMemoryOptions {
  /** Of the present step, as `history.state` keeps it. */
  readState: () => unknown;
  /** Changes nothing but the state of the present step. */
  writeState: (state: unknown) => void;
  /** In px. */
  scrolled: () => number;
  /** Tells the steps of this page from those it made before it was loaded again. */
  session: string;
}

export interface ScrollMemory {
  /** The page was scrolled. */
  note: () => void;
  /** The URL has changed: where the step was scrolled to, null for one that is new. */
  arrive: () => number | null;
}

export function createScrollMemory(options: ScrollMemoryOptions): ScrollMemory {
  const { readState, writeState, scrolled, session } = options;
  const positions = new Map<string, number>();
  let count = 0;
  let current = '';
  arrive();

  function arrive(): number | null {
    const known = stepOf(readState());
    if (known !== null && positions.has(known)) {
      current = known;
      return positions.get(known)!;
    }
    count += 1;
    current = `${session} ${count}`;
    positions.set(current, 0);
    writeState({ step: current });
    return null;
  }

  return { arrive, note: () => void positions.set(current, scrolled()) };
}

function stepOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('step' in state)) return null;
  return typeof state.step === 'string' ? state.step : null;
}
