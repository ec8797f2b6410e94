/** A worker's end of `askWorker`: each message is a task, and what comes of it the answer. */

export function serveTask(work: (task: never) => Promise<unknown>): void {
  self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window is talked to
    void work(data as never).then((answer) => self.postMessage(answer));
  });
}
