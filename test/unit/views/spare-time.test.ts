/** Work between two questions. */
import { expect, it } from 'vitest';
import type { Steps } from '../../../lib/domain/steps.ts';
import { createSpareTime } from '../../../lib/views/spare-time.ts';

function* twoSteps(name: string, done: string[]): Steps<void> {
  done.push(`${name} 1`);
  yield;
  done.push(`${name} 2`);
}

/** A pause that ends when the test says so. */
function createTurns() {
  const resume: (() => void)[] = [];
  return {
    pause: () => new Promise<void>((resolve) => void resume.push(resolve)),
    turn: async () => {
      expect(resume).toHaveLength(1);
      resume.pop()!();
      await new Promise((resolve) => setImmediate(resolve));
    },
    waiting: () => resume.length,
  };
}

it('does one step a turn, one work after the other, and rests when all is done', async () => {
  const { pause, turn, waiting } = createTurns();
  const done: string[] = [];
  const inSpareTime = createSpareTime(pause);
  inSpareTime(twoSteps('first', done));
  inSpareTime(twoSteps('second', done));
  expect(done).toEqual([]);
  for (const expected of ['first 1', 'first 2', 'second 1', 'second 2']) {
    await turn();
    expect(done.at(-1)).toBe(expected);
  }
  expect(waiting()).toBe(0);

  inSpareTime(twoSteps('later', done));
  await turn();
  expect(done.at(-1)).toBe('later 1');
});

it('goes on with the next work after one that failed', async () => {
  const { pause, turn } = createTurns();
  const done: string[] = [];
  const inSpareTime = createSpareTime(pause);
  inSpareTime(failing());
  inSpareTime(twoSteps('next', done));
  for (let turns = 0; turns < 3; turns++) await turn();
  expect(done).toEqual(['next 1']);
});

function* failing(): Steps<void> {
  yield;
  throw new Error('no such thing');
}
