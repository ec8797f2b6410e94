/** The import's helper: unpacks one file while the import's own worker reads the one before. */
import { servePartReader } from '../../lib/archive/remote-part-reader.ts';

self.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  servePartReader(port);
  port.start();
});
