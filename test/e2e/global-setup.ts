/** Builds the extension for both browsers before the workers start, and tidies up after them. */
import { buildForWorkers, removeBuilds } from './worker-build.ts';

/** Resolves with what is to be done in the end. */
export default async function setUp(): Promise<() => void> {
  await Promise.all([buildForWorkers('chromium'), buildForWorkers('firefox')]);
  return removeBuilds;
}
