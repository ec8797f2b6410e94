/** Puts files of an attacker's into the folder of the extension under test: pages and scripts of ours, gone bad. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLANTED = fileURLToPath(new URL('planted', import.meta.url));

/** Both browsers read an unpacked extension's files when they are asked for. Resolves with the way back. */
export function plantIn(extensionDir: string): () => void {
  cpSync(PLANTED, extensionDir, { recursive: true });
  return () => {
    for (const name of readdirSync(PLANTED)) rmSync(join(extensionDir, name), { force: true });
  };
}
