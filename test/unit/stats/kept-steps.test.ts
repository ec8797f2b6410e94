/** What takes long, made once, ahead or at once. */
import { expect, it } from 'vitest';
import type { Columns } from '../../../lib/dataset/columns.ts';
import { doAtOnce, type Steps } from '../../../lib/domain/steps.ts';
import { KeptSteps } from '../../../lib/stats/kept-steps.ts';

const someColumns = () => ({}) as Columns;

function createWork() {
  let steps = 0;
  const begin = function* (): Steps<string> {
    for (let step = 0; step < 3; step++) {
      steps++;
      yield;
    }
    return 'made';
  };
  return { steps: () => steps, begin };
}

it('is made once for the same columns and key', () => {
  const kept = new KeptSteps<string, string>();
  const work = createWork();
  const columns = someColumns();
  expect(kept.get(columns, 'a', work.begin)).toBe('made');
  expect(kept.get(columns, 'a', work.begin)).toBe('made');
  expect(work.steps()).toBe(3);
  kept.get(columns, 'b', work.begin);
  kept.get(someColumns(), 'a', work.begin);
  expect(work.steps()).toBe(9);
});

it('is there at once when it was made ahead', () => {
  const kept = new KeptSteps<string, string>();
  const work = createWork();
  const columns = someColumns();
  doAtOnce(kept.ahead(columns, 'a', work.begin));
  expect(work.steps()).toBe(3);
  expect(kept.get(columns, 'a', work.begin)).toBe('made');
  expect(work.steps()).toBe(3);
  expect([...kept.ahead(columns, 'a', work.begin)]).toEqual([]);
});

it('is finished by whoever asks before it was made', () => {
  const kept = new KeptSteps<string, string>();
  const work = createWork();
  const columns = someColumns();
  const ahead = kept.ahead(columns, 'a', work.begin);
  ahead.next();
  expect(work.steps()).toBe(1);
  expect(kept.get(columns, 'a', work.begin)).toBe('made');
  expect(work.steps()).toBe(3);
  expect(ahead.next()).toEqual({ done: true, value: undefined });
});

it('fails for whoever asks, again and again, what failed ahead', () => {
  const kept = new KeptSteps<string, string>();
  const columns = someColumns();
  let times = 0;
  function* failing(): Steps<string> {
    yield;
    times++;
    throw new Error('broken');
  }
  expect(() => doAtOnce(kept.ahead(columns, 'a', failing))).toThrow('broken');
  expect(() => kept.get(columns, 'a', failing)).toThrow('broken');
  expect(() => kept.get(columns, 'a', failing)).toThrow('broken');
  expect(times).toBe(3);
});
