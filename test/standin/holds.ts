/** Requests that stand still until a test lets them go on, or drops them. */
import type { ServerResponse } from 'node:http';

export interface Holds {
  /** At the door: resolves with whether the request is to be carried out. */
  keepRequest(path: string): Promise<boolean>;
  /** Carried out, the answer ready: it leaves, or is dropped, when released. */
  keepAnswer(path: string, response: ServerResponse): void;
  /** The path of the request that stands still, as soon as one does. */
  whenHeld(): Promise<string>;
  /** Lets all of them go on, or drops their connections; answers how many there were. */
  release(drop: boolean): number;
}

type Let = (goOn: boolean) => void;

export function createHolds(): Holds {
  let held: { path: string; let: Let }[] = [];
  let watchers: ((path: string) => void)[] = [];

  function keep(path: string, act: Let): void {
    held.push({ path, let: act });
    for (const tell of watchers.splice(0)) tell(path);
  }

  return {
    keepRequest: (path) => new Promise((resolve) => keep(path, resolve)),

    keepAnswer(path, response) {
      const end = response.end.bind(response);
      response.end = (...chunks: unknown[]): ServerResponse => {
        const [chunk] = chunks;
        const isBody = typeof chunk === 'string' || chunk instanceof Uint8Array;
        keep(path, (goOn) => {
          if (!goOn) response.socket?.destroy();
          else if (isBody) end(chunk);
          else end();
        });
        return response;
      };
    },

    whenHeld: () =>
      new Promise((resolve) => {
        const [first] = held;
        if (first) resolve(first.path);
        else watchers.push(resolve);
      }),

    release(drop) {
      const released = held;
      held = [];
      watchers = [];
      for (const { let: act } of released) act(!drop);
      return released.length;
    },
  };
}
