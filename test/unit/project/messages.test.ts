import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json';
import { ROOT } from './source-modules.ts';

/** What the extension is made of, as one text. */
const source = ['entrypoints', 'lib', 'wxt.config.ts']
  .flatMap((place) =>
    place.includes('.')
      ? [place]
      : readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' }).map((path) =>
          join(place, path),
        ),
  )
  .filter((path) => /\.(ts|tsx|html)$/.test(path))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');

const words = new Set(source.match(/\w+/g)?.map((word) => word.replace(/^__MSG_(\w+)__$/, '$1')));

/** Beginnings of keys that are put together: `timeline_layers_plays_${unit}`. */
const beginnings = [...source.matchAll(/`(\w+_)\$\{/g)].map((match) => match[1]!);

function isUsed(key: string): boolean {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return (
    [key, base].some((name) => words.has(name)) ||
    beginnings.some((beginning) => key.startsWith(beginning))
  );
}

it('has no words that nobody ever reads', () => {
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});
