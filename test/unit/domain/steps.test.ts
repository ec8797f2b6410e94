import { expect, it } from 'vitest';
import { doAtOnce, doInTurns, type Steps } from '../../../lib/domain/steps.ts';

function* count(to: number, done: string[]): Steps<string> {
  for (let step = 1; step <= to; step++) {
    done.push(`step ${step}`);
    yield;
  }
  return 'sum';
}

it('comes to the same with pauses and without', async () => {
  expect(doAtOnce(count(3, []))).toBe('sum');
  expect(await doInTurns(count(3, []), async () => undefined)).toBe('sum');
});

it('lets what came meanwhile run between two steps', async () => {
  const done: string[] = [];
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  setTimeout(() => done.push('a token was asked for'), 0);
  await doInTurns(count(2, done), pause);
  expect(done).toEqual(['step 1', 'a token was asked for', 'step 2']);
});
