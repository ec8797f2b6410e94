/** One web auth flow at a time, for all accounts: a person's comes first. */

export interface FlowGate {
  /** For a person's sign-in: has a silent one give way, then runs. */
  run<T>(flow: () => Promise<T>): Promise<T>;
  /**
   * For a silent renewal: runs if nothing else does, otherwise answers `busy` at once. `giveWay`
   * aborts when a person comes; the flow must then end soon.
   */
  tryRun<T>(flow: (giveWay: AbortSignal) => Promise<T>): Promise<T | 'busy'>;
}

interface Passing {
  ended: Promise<unknown>;
  giveWay: AbortController;
}

export function createFlowGate(): FlowGate {
  let current: Passing | null = null;

  async function pass<T>(flow: (giveWay: AbortSignal) => Promise<T>): Promise<T> {
    const giveWay = new AbortController();
    const running = flow(giveWay.signal);
    const ended = running.catch(() => undefined);
    current = { ended, giveWay };
    await ended;
    current = null;
    return running;
  }

  async function run<T>(flow: () => Promise<T>): Promise<T> {
    if (!current) return pass(flow);
    current.giveWay.abort();
    await current.ended;
    return run(flow);
  }

  return { run, tryRun: async (flow) => (current ? 'busy' : pass(flow)) };
}
