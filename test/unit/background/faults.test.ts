import { expect, it } from 'vitest';
import { memoryArea } from './memory-area.ts';
import { createFaults } from '../../../entrypoints/background/faults.ts';

const failure = () => Promise.reject(new Error('odd'));

it('notes the failure of work that nobody waits for, and never fails itself', async () => {
  const faults = createFaults(memoryArea());
  await faults.watch('browser start', failure);
  await faults.watch('start', async () => undefined);
  expect(await faults.all()).toMatchObject([
    { where: 'browser start', error: { code: 'internal', data: { detail: 'odd' } } },
  ]);
});

it('resolves even when the note cannot be written', async () => {
  const area = { ...memoryArea(), set: failure };
  const faults = createFaults(area);
  await faults.watch('start', failure);
  expect(await faults.all()).toEqual([]);
});

it('names no account, though alarms do', async () => {
  const faults = createFaults(memoryArea());
  await faults.watch('alarm vault.refresh:acc:mira\n', failure);
  expect((await faults.all()).map(({ where }) => where)).toEqual(['alarm vault.refresh']);
});

it('keeps the last twenty', async () => {
  const faults = createFaults(memoryArea());
  for (let count = 1; count <= 25; count += 1) await faults.watch(`work ${count}`, failure);
  const noted = (await faults.all()).map(({ where }) => where);
  expect([noted.length, noted[0], noted.at(-1)]).toEqual([20, 'work 6', 'work 25']);
});
