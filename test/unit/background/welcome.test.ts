/** The page after installing opens once. */
import { expect, it } from 'vitest';
import { createWelcome } from '../../../entrypoints/background/welcome.ts';
import { memoryArea } from './memory-area.ts';

it('greets whoever installs, and not again when the browser installs what it has', async () => {
  const stored = new Map<string, unknown>();
  let opened = 0;
  const install = (open = async () => void (opened += 1)) =>
    createWelcome(memoryArea(stored), open)();

  await expect(install(() => Promise.reject(new Error('no window yet')))).rejects.toThrow('window');
  await install();
  expect(opened).toBe(1);
  await install();
  expect(opened).toBe(1);
});
