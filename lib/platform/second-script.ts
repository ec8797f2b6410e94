/** A part of the background's code that is read and run only when it is needed. */

/**
 * Gives a function that runs the script at `path`, at once. Must be called synchronously when the
 * background starts: a service worker can only run what it ran while it was installed (Service
 * Workers, "importScripts"). Firefox's background is a page: there the manifest names both scripts,
 * and both have run before anything is asked.
 */
export function prepareSecondScript(path: string): () => void {
  if (!('importScripts' in globalThis)) return () => undefined;
  globalThis.addEventListener('install', () => importScripts(path));
  return () => importScripts(path);
}
