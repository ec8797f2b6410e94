/** Playlists and library, read once while they are the same. */
import { expect, it } from 'vitest';
import { NOTHING_KEPT } from '../../../lib/domain/library.ts';
import { keepSaved } from '../../../lib/views/keep-saved.ts';

function setUp() {
  const world = { mark: 'A', reads: 0, error: null as Error | null };
  const saved = keepSaved({
    savedMark: async () => world.mark,
    async saved() {
      world.reads += 1;
      if (world.error) throw world.error;
      return { ...NOTHING_KEPT, playlistsAt: world.reads };
    },
  });
  return { world, saved };
}

it('are the very same things until their mark is another', async () => {
  const { world, saved } = setUp();
  const first = await saved('ada');
  expect(await saved('ada')).toBe(first);
  world.mark = 'B';
  expect(await saved('ada')).not.toBe(first);
  expect(world.reads).toBe(2);
});

it('are never another account’s', async () => {
  const { world, saved } = setUp();
  await saved('ada');
  await saved('bo');
  expect(world.reads).toBe(2);
});

it('are read again after a failure', async () => {
  const { world, saved } = setUp();
  world.error = new Error('busy');
  await expect(saved('ada')).rejects.toThrow('busy');
  world.error = null;
  expect((await saved('ada')).playlistsAt).toBe(2);
});
