/** The kill campaign in short (`npm run campaign` is the long form): each point once, and a few bursts. */
import { runBursts } from '../campaign/bursts.ts';
import { createRig } from '../campaign/rig.ts';
import { cellsOf, runCell, type Cell, type Section } from '../campaign/sections.ts';
import { renderTables } from '../campaign/table.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension-browser.ts';
import { expect, test as base } from './fixtures.ts';
import { takeKillableBuild } from './worker-build.ts';

const test = base.extend<{ killable: ExtensionBrowser }>({
  killable: async ({ target, standin }, use) => {
    const extensionDir = takeKillableBuild(standin);
    const extension = await launchExtension({ browser: target, extensionDir });
    await use(extension);
    await extension.close();
  },
});

/** Each point of a refresh once, though not at each server; of the rest, the put in the middle. */
function shortForm(): Cell[] {
  const atPut = (section: Section, column: string) =>
    cellsOf(section).filter((cell) => cell.row === 'put issued' && cell.column === column);
  return [
    ...cellsOf('refresh').filter((cell) => cell.column === 'grace'),
    ...atPut('strict', 'strict'),
    ...atPut('sign-in', 'the first one'),
    ...atPut('sign-in', 'a renewal'),
    ...atPut('browser', 'grace'),
  ];
}

// Firefox's part is in the long form only: where it takes the extension for one it has had before, it
// opens no page by itself, and waiting for that takes longer than all kills.
test(
  'loses no login and no listening, wherever it is killed',
  { tag: '@chromium' },
  async ({ killable, standin }) => {
    // Some seconds, where nothing else is to do: twenty kills and two browsers.
    test.slow();
    const rig = await createRig(killable, standin);
    await (await killable.open('options.html')).close();
    await rig.connect();

    await test.step('ten callers at once make one request', async () => {
      expect(await runBursts(rig, 6)).toMatchObject({ requests: 6, mostInFlight: 1, faults: [] });
    });

    await test.step('killed at every step', async () => {
      const results = [];
      for (const cell of shortForm()) {
        results.push(await runCell(rig, cell));
      }
      expect(results.length).toBeGreaterThan(14);
      expect(
        results.flatMap(({ faults }) => faults),
        renderTables(results),
      ).toEqual([]);
    });
  },
);
