import { expect, it } from 'vitest';
import { recallTheme, rememberTheme } from '../../../lib/ui/theme.ts';
import { memoryStorage } from './memory-storage.ts';

it('remembers the theme for the next first paint', () => {
  const mirror = memoryStorage();
  rememberTheme('dark', mirror);
  expect(recallTheme(mirror)).toBe('dark');
});

it('follows the system when nothing sensible is remembered', () => {
  const mirror = memoryStorage();
  expect(recallTheme(mirror)).toBe('system');
  mirror.setItem('ostinato/theme', 'neon');
  expect(recallTheme(mirror)).toBe('system');
});
