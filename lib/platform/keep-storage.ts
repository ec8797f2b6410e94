/** Has the browser take what is kept here for the person's own, which it never clears away by itself. */

/**
 * Under `unlimitedStorage` Firefox grants it without a question, and unless it is asked it deletes the
 * databases of an extension as those of any site, when all of them together fill their share of the disk.
 * Chromium grants it with the permission; its background, a worker, could not ask. Never rejects.
 */
export async function keepStorage(): Promise<void> {
  const { storage } = navigator as Partial<Pick<Navigator, 'storage'>>;
  const manager: Partial<StorageManager> | undefined = storage;
  await manager?.persist?.().catch(() => false);
}
