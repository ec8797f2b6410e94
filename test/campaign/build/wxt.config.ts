/** Builds the extension as `wxt.config.ts` does, with places where its background can be killed. */
import { fileURLToPath } from 'node:url';
import config from '../../../wxt.config.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What the composition root imports, and what it gets instead. */
const REPLACED: Readonly<Record<string, string>> = {
  '/lib/vault/create-vault.ts': 'killable-vault.ts',
  '/lib/vault/database.ts': 'killable-database.ts',
};

function withKillPoints() {
  return {
    name: 'with-kill-points',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      if (!importer?.includes('/entrypoints/')) return null;
      const found = Object.entries(REPLACED).find(([path]) => source.endsWith(path));
      return found ? HERE + found[1] : null;
    },
  };
}

const { vite } = config;

export default {
  ...config,
  vite: async (env: Parameters<NonNullable<typeof vite>>[0]) => {
    const usual = (await vite?.(env)) ?? {};
    return { ...usual, plugins: [...(usual.plugins ?? []), withKillPoints()] };
  },
};
