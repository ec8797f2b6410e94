/** Holds the project to its conventions, and shows for each rule that breaking it is noticed. */
import { describe, expect, test } from 'vitest';
import { RULES } from './architecture.ts';
import { parseModule, readSourceModules } from './source-modules.ts';

const modules = readSourceModules();

/** For each rule: files that break it, and how often. */
const BREACHES: Record<string, { files: Record<string, string>; count: number }> = {
  'lib/ imports only what the allow-list grants': {
    files: {
      'lib/stats/top.ts': `import type { Row } from '../history/row.ts';`,
      'lib/ui/chart.tsx': `import { sum } from '../stats/sum.ts'; import type { Sum } from '../stats/sum.ts';`,
      'lib/oauth/store.ts': `import { openDB } from 'idb'; export { z } from '../domain/schema.ts';`,
      'lib/vault/alarm.ts': `const alarms = await import('../platform/alarms.ts');`,
      'lib/domain/clock.ts': `type Key = import('../vault/key.ts').Key;`,
      'lib/messages/router.ts': `import { main } from '../../entrypoints/background.ts';`,
      'lib/helper/anything.ts': `import '../domain/schema.ts';`,
    },
    count: 7,
  },
  'entrypoints import lib/ and a few packages': {
    files: {
      'entrypoints/background.ts': `import { browser } from 'wxt/browser'; import { go } from '../lib/ui/go.ts';`,
      'entrypoints/popup/main.tsx': `import { fake } from '../../test/support/fake.ts';`,
    },
    count: 2,
  },
  'only lib/platform touches the browser': {
    files: {
      'lib/vault/vault.ts': `chrome.storage.local.get();`,
      'entrypoints/background.ts': `browser.runtime.onMessage.addListener(() => {});`,
      'lib/platform/key-value.ts': `browser.storage.local.get();`,
      'lib/domain/manifest.ts': `const use = (browser) => browser.name;`,
    },
    count: 2,
  },
  'no module depends on itself, types included': {
    files: {
      'lib/domain/a.ts': `import type { B } from './b.ts';`,
      'lib/domain/b.ts': `export { C } from './c.ts';`,
      'lib/domain/c.ts': `import { A } from './a.ts';`,
    },
    count: 1,
  },
  'no file is longer than 300 lines': {
    files: { 'lib/domain/long.ts': '// …\n'.repeat(301), 'test/ok.ts': '// …\n'.repeat(300) },
    count: 1,
  },
  'no markup is made from text': {
    files: {
      'lib/ui/a.ts': `element['x'] = 1; element.innerHTML = text;`,
      'lib/ui/b.tsx': `const b = <p dangerouslySetInnerHTML={{ __html: text }} />;`,
      'lib/ui/c.ts': `const text = 'not innerHTML';`,
    },
    count: 2,
  },
  'nothing is left to be done': {
    files: { 'lib/domain/a.ts': `// TODO: all of it`, 'lib/domain/b.ts': `const TODO = 1;` },
    count: 1,
  },
  'files say in their name and first line what they are': {
    files: {
      'lib/domain/AppError.ts': '/** One error. */',
      'test/support/helpers.ts': '',
      'lib/ui/silent.ts': 'export {};',
      'entrypoints/popup/main.tsx': 'export {};',
    },
    count: 3,
  },
};

describe.each(Object.entries(RULES))('%s', (sentence, findBreaches) => {
  test('holds', () => {
    expect(findBreaches(modules)).toEqual([]);
  });

  test('is noticed when broken', () => {
    const { files, count } = BREACHES[sentence] ?? { files: {}, count: -1 };
    const broken = Object.entries(files).map(([path, text]) => parseModule(path, text));
    expect(findBreaches(broken)).toHaveLength(count);
  });
});

test('reads the whole project', () => {
  expect(modules.map(({ path }) => path)).toContain('lib/messages/contract.ts');
  expect(modules.map(({ path }) => path)).toContainEqual(
    expect.stringMatching(/^entrypoints\/background/),
  );
});
