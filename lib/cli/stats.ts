/** `npm run stats`: from the files of an export to one JSON document, without a browser. */
import { resolve } from 'node:path';
import { buildStatistics } from '../stats/statistics-document.ts';
import { songsOf } from '../stats/top-playlists.ts';
import { readArguments, USAGE, UsageError } from './arguments.ts';
import { describeFailure } from './failure-text.ts';
import { findInputs } from './find-inputs.ts';
import { readHistory } from './read-history.ts';

/**
 * The document, as text.
 *
 * @param folder what relative paths start from.
 * @throws UsageError; AppError `archive/…`; what the file system says of a path.
 */
export async function runStats(args: readonly string[], folder: string): Promise<string> {
  const { paths, range, timeZone, top, by } = readArguments(args);
  const { dataset, playlists, receipt } = await readHistory(
    await findInputs(paths.map((path) => resolve(folder, path))),
    timeZone,
  );
  const document = buildStatistics(dataset, {
    range,
    timeZone,
    top,
    by,
    receipt,
    playlists: playlists.map(songsOf),
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * The document goes to standard output, everything for a person to standard error. 0 when it was
 * printed, 1 when the files cannot be used, 2 for wrong arguments.
 */
async function main(): Promise<number> {
  try {
    // npm runs scripts in the project's folder, and says where the person was.
    const folder = process.env['INIT_CWD'] ?? process.cwd();
    process.stdout.write(await runStats(process.argv.slice(2), folder));
    return 0;
  } catch (thrown) {
    const isUsage = thrown instanceof UsageError;
    process.stderr.write(
      isUsage ? `${thrown.message}\n\n${USAGE}` : `${describeFailure(thrown)}\n`,
    );
    return isUsage ? 2 : 1;
  }
}

if (import.meta.main) process.exitCode = await main();
