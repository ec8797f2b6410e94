/** The project's conventions as rules: each takes the source and names what breaks it. */
import { posix } from 'node:path';
import type { ImportOf, SourceModule } from './source-modules.ts';

interface Area {
  /** Other areas of lib/ it may import. */
  may: readonly string[];
  /** Areas whose types it may import, and nothing else of them. */
  mayTypesOf?: readonly string[];
  packages?: readonly string[];
}

/** One direction: exports and the Web API flow into history, history through stats into the pages. */
const AREAS: Readonly<Record<string, Area>> = {
  domain: { may: [], packages: ['zod'] },
  archive: { may: ['domain'], packages: ['@zip.js/zip.js'] },
  dataset: { may: ['domain'] },
  stats: { may: ['domain', 'dataset'] },
  oauth: { may: ['domain'], packages: ['oauth4webapi'] },
  spotify: { may: ['domain'], packages: ['ky'] },
  platform: { may: ['domain'], packages: ['wxt'] },
  history: { may: ['domain', 'dataset'], packages: ['idb'] },
  vault: { may: ['domain', 'oauth'], mayTypesOf: ['platform'], packages: ['idb'] },
  // Invented listening to look around with; the tests' stand-in takes its chance from here.
  sample: { may: ['domain'] },
  ingest: { may: ['domain', 'archive', 'dataset', 'spotify', 'history', 'stats', 'sample'] },
  messages: { may: ['domain', 'platform'] },
  // What the dashboard asks of its worker (contracts), and the worker's answers to it.
  views: { may: ['domain', 'dataset', 'history', 'stats'] },
  // The terminal: a composition root for Node, beside those in entrypoints/.
  cli: {
    may: ['domain', 'archive', 'dataset', 'stats', 'ingest'],
    packages: ['node:fs', 'node:path', 'node:util'],
  },
  ui: {
    may: ['domain', 'messages', 'views'],
    mayTypesOf: ['dataset', 'stats'],
    packages: ['preact', '@preact/signals', '@preact/signals-core', 'd3-array', 'd3-shape'],
  },
};

/** What a composition root may use beside lib/. `wxt/browser` is not in it. */
const ENTRYPOINT_PACKAGES = new Set([
  'preact',
  '@preact/signals',
  '@preact/signals-core',
  'wxt/utils/define-background',
  'wxt/utils/define-unlisted-script',
]);

const BROWSER_API =
  /^(browser|chrome)\.(action|alarms|extension|i18n|identity|management|permissions|runtime|storage|tabs|windows)$/;
const MARKUP_FROM_TEXT = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
];
const MAX_LINES = 300;

type Rule = (modules: readonly SourceModule[]) => string[];

/** Sentence → what breaks it, one line each. */
export const RULES: Readonly<Record<string, Rule>> = {
  'lib/ imports only what the allow-list grants': (modules) =>
    modules.flatMap((module) =>
      module.imports.flatMap((used) => forbiddenInLib(module.path, used)),
    ),

  'entrypoints import lib/ and a few packages': (modules) =>
    modules
      .filter(({ path }) => path.startsWith('entrypoints/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ specifier }) => {
            const target = resolveImport(path, specifier);
            if (target === null) return !ENTRYPOINT_PACKAGES.has(specifier);
            return !target.startsWith('lib/') && !target.startsWith('entrypoints/');
          })
          .map(({ specifier }) => `${path} imports ${specifier}`),
      ),

  'only lib/platform touches the browser': (modules) =>
    modules
      .filter(({ path }) => isProduct(path) && !path.startsWith('lib/platform/'))
      .flatMap(({ path, members }) =>
        [...members].filter((use) => BROWSER_API.test(use)).map((use) => `${path} uses ${use}`),
      ),

  'no module depends on itself, types included': findCycles,

  'no file is longer than 300 lines': (modules) =>
    modules
      .filter(({ lineCount }) => lineCount > MAX_LINES)
      .map(({ path, lineCount }) => `${path} has ${lineCount} lines`),

  'no markup is made from text': (modules) =>
    modules
      .filter(({ path }) => isProduct(path))
      .flatMap(({ path, names }) =>
        MARKUP_FROM_TEXT.filter((name) => names.has(name)).map((name) => `${path} uses ${name}`),
      ),

  'nothing is left to be done': (modules) =>
    modules
      .filter(({ comments }) => comments.some((comment) => /\b(TODO|FIXME|XXX)\b/.test(comment)))
      .map(({ path }) => `${path} has a note of unfinished work`),

  'files say in their name and first line what they are': (modules) =>
    modules.flatMap(({ path, opensWithComment }) => {
      const name = posix.basename(path).replace(/(\.[a-z]+)+$/, '');
      return [
        ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${path} is not in kebab-case`]),
        ...(/^(utils?|helpers?|common|types)$/.test(name)
          ? [`${path} has a name for anything`]
          : []),
        ...(opensWithComment || !path.startsWith('lib/') ? [] : [`${path} opens with no comment`]),
      ];
    }),
};

function isProduct(path: string): boolean {
  return path.startsWith('lib/') || path.startsWith('entrypoints/');
}

function forbiddenInLib(path: string, { specifier, typeOnly }: ImportOf): string[] {
  const areaName = /^lib\/([^/]+)\//.exec(path)?.[1];
  if (areaName === undefined) return [];
  const area = AREAS[areaName];
  if (!area) return [`${path} is in no known area`];
  const target = resolveImport(path, specifier);
  if (target === null) {
    const granted = area.packages?.some(
      (name) => specifier === name || specifier.startsWith(`${name}/`),
    );
    return granted ? [] : [`${path} imports the package ${specifier}`];
  }
  // The catalogue's keys are the type of every text's name.
  if (areaName === 'ui' && typeOnly && target.startsWith('public/_locales/')) return [];
  const other = /^lib\/([^/]+)\//.exec(target)?.[1];
  if (other === undefined) return [`${path} imports ${target}`];
  if (other === areaName || area.may.includes(other)) return [];
  if (typeOnly && area.mayTypesOf?.includes(other)) return [];
  return [`${path} imports ${target}${typeOnly ? ' (types)' : ''}`];
}

/** The path from the project's root, or null for a package. */
function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

function findCycles(modules: readonly SourceModule[]): string[] {
  const targets = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.flatMap(({ specifier }) => resolveImport(path, specifier) ?? []),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[] = [];

  function visit(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  }

  for (const { path } of modules) visit(path, []);
  return cycles;
}
