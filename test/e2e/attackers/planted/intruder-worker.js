/** The same within a worker: answers with what it could do. */
addEventListener('message', async ({ data: site }) => {
  const done = [];
  globalThis.ran = (what) => done.push(what);
  const attempts = {
    eval: () => (0, eval)('1'),
    function: () => new Function('return 1')(),
    import: () => importScripts(`${site}/worker-script`),
    fetch: () => fetch(`${site}/worker-fetch`),
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${site.replace('http', 'ws')}/worker-socket`);
        socket.addEventListener('open', resolve);
        socket.addEventListener('error', reject);
      }),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      done.push(name);
    } catch {
      // Refused.
    }
  }
  postMessage(done);
});
