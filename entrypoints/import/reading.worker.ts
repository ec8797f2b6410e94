/** The import's helper: reads files beside the import's own worker. */
import { serveReader } from '../../lib/archive/remote-reader.ts';

self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  serveReader(port);
  port.start();
});
