/** The README is a product page: what it names must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import packageJson from '../../../package.json' with { type: 'json' };
import { USAGE } from '../../../lib/cli/arguments.ts';
import { z } from '../../../lib/domain/schema.ts';
import { StatisticsDocument } from '../../../lib/stats/statistics-schema.ts';

const ROOT = new URL('../../../', import.meta.url);
const TEXTS = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].map((name) =>
  readFileSync(new URL(name, ROOT), 'utf8'),
);
const README = TEXTS[0]!.replaceAll(/\s+/g, ' ');
const UI_WORDS = new Set(Object.values(english).map(({ message }) => message));

function allMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

it('shows pictures that exist and links to files that exist', () => {
  const links = TEXTS.flatMap((text) => [
    ...allMatches(text, /\]\(([^)#]+)\)/g),
    ...allMatches(text, /(?:src|srcset)="([^"]+)"/g),
  ]).filter((target) => !target.startsWith('https://'));
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((target) => !existsSync(new URL(target, ROOT)))).toEqual([]);
});

it('names commands that exist', () => {
  const scripts = Object.keys(packageJson.scripts);
  const named = TEXTS.flatMap((text) => [
    ...allMatches(text, /npm run (?:-s )?([\w:]+)/g),
    ...allMatches(text, /npm (start|test)\b/g),
  ]);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

it('quotes the words of the pages as they stand there', () => {
  const quoted = allMatches(README, /“([^”]+)”/g);
  expect(quoted.length).toBeGreaterThan(4);
  expect(quoted.filter((words) => !UI_WORDS.has(words))).toEqual([]);
});

it('names buttons and switches as they stand on the pages', () => {
  // What is bold and no sentence is something to press.
  const named = allMatches(README, /\*\*([^*]+)\*\*/g).filter((words) => !/[.,”]$/.test(words));
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((words) => !UI_WORDS.has(words))).toEqual([]);
});

it('describes the document of all statistics, field by field', () => {
  const rows = [...TEXTS[0]!.matchAll(/^\| `(\w+)` +\| (.+?) *\|$/gm)];
  expect(rows.map(([, field]) => field)).toEqual(Object.keys(StatisticsDocument.shape));
  // A word in back ticks is a field, or a value, somewhere below the one it describes.
  const { properties = {} } = z.toJSONSchema(StatisticsDocument);
  const strangers = rows.flatMap(([, field = '', text = '']) =>
    allMatches(text, /`([^`]+)`/g).filter(
      (word) => !JSON.stringify(properties[field]).includes(`"${word}"`),
    ),
  );
  expect(strangers).toEqual([]);
});

it('names the arguments of the terminal as it takes them', () => {
  const taken = allMatches(USAGE, /^ {2}(--\S+ \S+)/gm);
  expect(taken.length).toBeGreaterThan(3);
  const named = README.replaceAll(String.raw`\|`, '|');
  expect(taken.filter((option) => !named.includes(`\`${option}\``))).toEqual([]);
});

it('says what a play is in full', () => {
  expect(README).toMatch(
    /A play is music heard for 30 seconds, or to its end; a stream .*estimated/,
  );
});

it('tells how to take everything along', () => {
  const buttons = [
    'backup_make',
    'backup_restore',
    'export_statistics',
    'export_json',
    'export_csv',
  ] as const;
  const missing = buttons.filter((key) => !README.includes(`**${english[key].message}**`));
  expect(missing).toEqual([]);
});
