/** Builds the extension for both browsers before the workers start, and tidies up after them. */
export { buildForWorkers as default } from './worker-build.ts';
