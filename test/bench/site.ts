/** One history of so many streams in a browser of its own: where the measures of the history happen. */
import { readFileSync } from 'node:fs';
import type { DrivenPage } from '../support/driven-page.ts';
import { type ExtensionBrowser, launchExtension } from '../support/extension-browser.ts';
import type { ModuleName, TasksOf } from './extension/page.ts';

/** The account whose history stays for all measures. */
export const ACCOUNT = 'bench';

export type Site = Awaited<ReturnType<typeof openSite>>;

type Task<M extends ModuleName, N extends keyof TasksOf<M>> = TasksOf<M>[N] extends (
  ...args: infer Args
) => Promise<infer Answer>
  ? { args: Args; answer: Answer }
  : never;

export interface BenchPage {
  ask: <M extends ModuleName, N extends keyof TasksOf<M> & string>(
    module: M,
    task: N,
    ...args: Task<M, N>['args']
  ) => Promise<Task<M, N>['answer']>;
  /** Of the memory of the page's process and its workers, so far; NaN where `/proc` is missing. */
  peakMegabytes: () => Promise<number>;
}

export async function openSite(extensionDir: string, exportFile: string, streams: number) {
  const extension = await launchExtension({ browser: 'chromium', extensionDir });
  let filled: { firstAt: number; lastAt: number } | null = null;
  let current: BenchPage | null = null;

  async function openPage(): Promise<BenchPage> {
    const page = await extension.open('bench.html');
    await page.chooseFile('#export', exportFile);
    current = createBenchPage(page, extension);
    return current;
  }

  return {
    streams,
    exportFile,

    /** The page of a browser that has just been started. */
    async freshPage(): Promise<BenchPage> {
      await extension.restart();
      return openPage();
    },

    /** The page that is there, with the history in it; the ends of its streams in UTC ms. */
    async filledPage() {
      const page = current ?? (await openPage());
      if (!filled) {
        await page.ask('import', 'importExport', ACCOUNT);
        filled = await page.ask('history', 'keepRollup', ACCOUNT);
      }
      return { page, ...filled };
    },

    close: () => extension.close(),
  };
}

function createBenchPage({ page }: DrivenPage, extension: ExtensionBrowser): BenchPage {
  return {
    async ask(module, task, ...args) {
      try {
        return await page.evaluate(runTask, module, task, args);
      } catch (error) {
        const said = extension.log().split('\n');
        const shown = said.filter((line) => line.includes('CONSOLE')).slice(-5);
        throw new Error(`${task} failed; the browser said:\n${shown.join('\n')}`, { cause: error });
      }
    },

    async peakMegabytes() {
      const session = await page.browser().target().createCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      const peaks = processInfo
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => peakOf(id));
      return Math.max(...peaks);
    },
  };
}

/** Runs in the page. What comes of a task is the caller's to know. */
async function runTask(module: string, task: string, args: unknown[]): Promise<never> {
  type Tasks = Record<string, (...given: unknown[]) => Promise<never>>;
  const page = globalThis as unknown as { modules: Record<string, () => Promise<Tasks>> };
  const tasks = await page.modules[module]!();
  return tasks[task]!(...args);
}

function peakOf(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000;
  } catch {
    return NaN;
  }
}
