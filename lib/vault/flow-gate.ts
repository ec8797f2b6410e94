/** The browser runs one web auth flow at a time, for all accounts: a person's comes first. */

export interface FlowGate {
  /** For a person's sign-in: waits for a silent one to end, then runs. */
  run<T>(flow: () => Promise<T>): Promise<T>;
  /** For a silent renewal: runs if nothing else does, otherwise answers `busy` at once. */
  tryRun<T>(flow: () => Promise<T>): Promise<T | 'busy'>;
}

export function createFlowGate(): FlowGate {
  let current: Promise<unknown> | null = null;

  async function pass<T>(flow: () => Promise<T>): Promise<T> {
    const running = flow();
    const ended = running.catch(() => undefined);
    current = ended;
    await ended;
    current = null;
    return running;
  }

  async function run<T>(flow: () => Promise<T>): Promise<T> {
    if (!current) return pass(flow);
    await current;
    return run(flow);
  }

  return { run, tryRun: async (flow) => (current ? 'busy' : pass(flow)) };
}
