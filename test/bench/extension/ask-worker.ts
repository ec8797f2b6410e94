/** One question to a worker, one answer; a worker that breaks says so. */

export function askWorker<T>(worker: Worker, message: unknown): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  worker.addEventListener('message', ({ data }) => resolve(data as T), { once: true });
  worker.addEventListener(
    'error',
    (event) => {
      event.preventDefault();
      reject(new Error(`The worker broke: ${event.message}`));
    },
    { once: true },
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(message);
  return promise;
}
