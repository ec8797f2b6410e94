/** A fetch that answers from a script, with real Responses, and remembers what it was asked. */

type Step = Response | Error | ((request: Request) => Response | Promise<Response>);

export interface ScriptedFetch {
  fetch: typeof fetch;
  requests: Request[];
  /** Steps that were not asked for. */
  left(): number;
}

/** Each request takes the next step; one too many is an error of the test. */
export function scriptFetch(...steps: Step[]): ScriptedFetch {
  const requests: Request[] = [];
  const pending = [...steps];
  return {
    requests,
    left: () => pending.length,
    async fetch(input, init) {
      const request = new Request(input, init);
      requests.push(request);
      const step = pending.shift();
      if (step === undefined) throw new Error(`unexpected request: ${request.url}`);
      if (step instanceof Error) throw step;
      return typeof step === 'function' ? step(request) : step;
    },
  };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init);
}

/** As browsers report every kind of missing network. */
export function networkError(): TypeError {
  return new TypeError('Failed to fetch');
}

export function pathOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return decodeURIComponent(pathname + search);
}
