/** Covers, dates and pictures of imported music: asked for at Spotify, what is on screen first. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IMPORTED_ACCOUNT_ID } from '../../lib/domain/account-ids.ts';
import { t } from '../../lib/ui/text.ts';
import { catalog, entryOf } from '../standin/catalog.ts';
import type { Standin } from '../standin/index.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { openDatabase } from '../support/duckdb/database.ts';
import { sqlText } from '../support/duckdb/invented-lists.ts';
import { releasesSql } from '../support/duckdb/questions/taste-variety.ts';
import type { ExtendedRow } from '../support/duckdb/raw-export.ts';
import { connect } from '../support/sign-in.ts';
import { waitUntil } from '../support/wait-until.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import { expect, test } from './fixtures.ts';
import { count, expectTable, go, time } from './golden/screen.ts';

const PLAYS = 3;
/** One track of each of these albums, the first heard last: it is asked for last unless it is on screen. */
const ALBUMS = [...catalog.albums.values()].filter(({ type }) => type === 'album').slice(0, 5);

/** As Spotify writes it into an export: no cover, no date, no album's URI. */
function writeExport(): string {
  const rows = ALBUMS.flatMap(({ name, artistId, trackIds }, place) =>
    Array.from({ length: PLAYS }, (_, play) => ({
      ts: new Date(Date.UTC(2021, 2, 1 + play, place)).toISOString().replace('.000', ''),
      ms_played: 200_000 + place * 60_000,
      master_metadata_track_name: entryOf(catalog.tracks, trackIds[0]!).name,
      master_metadata_album_artist_name: entryOf(catalog.artists, artistId).name,
      master_metadata_album_album_name: name,
      spotify_track_uri: `spotify:track:${trackIds[0]}`,
      reason_start: 'clickrow',
      reason_end: 'trackdone',
    })),
  );
  return JSON.stringify(rows);
}

/** The years of these albums, as the stand-in knows them, in SQL. */
const YEAR = `CASE album_title ${ALBUMS.map(
  ({ name, releaseDate }) => `WHEN ${sqlText(name)} THEN ${releaseDate.slice(0, 4)}`,
).join(' ')} END`;

/** Time and plays by year and by decade of release, as SQL finds them. */
async function expectReleases(dashboard: DrivenPage): Promise<void> {
  const database = await openDatabase();
  const extended = JSON.parse(writeExport()) as ExtendedRow[];
  await database.load({ extended, account: [], live: [] });
  const query = await database.inZone('UTC');
  await query('CREATE TEMP VIEW selected AS FROM streams');
  const spans = async (year: string) => {
    const rows = await query(releasesSql(year));
    return rows.map((row) => [String(row['year']), time(row['playedMs']), count(row['plays'])]);
  };
  const years = await spans(YEAR);
  const decades = await spans(`(${YEAR}) // 10 * 10`);
  database.close();
  const heads = [t('list_time'), t('list_plays')];
  expect(years.length).toBeGreaterThan(1);
  await expectTable(dashboard, [t('releases_column_year'), ...heads], years);
  await expectTable(
    dashboard,
    [t('releases_column_decade'), ...heads],
    decades.map(([decade = '', ...figures]) => [t('releases_decade', decade), ...figures]),
  );
}

/** What was asked about tracks, albums and artists, one by one, and answered. */
async function answered(standin: Standin): Promise<string[]> {
  const all = await standin.control.requests({ method: 'GET', status: 200 });
  return all
    .map(({ path }) => path)
    .filter((path) => /^\/v1\/(tracks|albums|artists)\//.test(path));
}

test(
  'fetches covers of imported music, through a stop in the middle',
  { tag: '@chromium' },
  async ({ extension, standin }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ostinato-export-'));
    const file = join(folder, 'Streaming_History_Audio_2021.json');
    writeFileSync(file, writeExport());
    const options = await extension.open('options.html');
    await options.chooseFile('.import-files', file);
    await options.waitForText(`Imported: ${ALBUMS.length * PLAYS} new streams`);
    rmSync(folder, { recursive: true });
    expect(await answered(standin)).toEqual([]);

    await connect(options, { extension, standin, as: 'mira' });
    await waitUntil('a few answers', async () => (await answered(standin)).length >= 2);
    await extension.stopBackground();

    const route = new URLSearchParams({
      page: 'overview',
      account: IMPORTED_ACCOUNT_ID,
    }).toString();
    const dashboard = await extension.open(`dashboard.html#${route}`);
    const shown = () =>
      dashboard.page.$$eval('img.cover', (images) => images.map((image) => image.src));
    await waitUntil(
      'the covers of all albums',
      async () => {
        const urls = await shown();
        return ALBUMS.every(({ id }) => urls.some((url) => url.includes(id)));
      },
      60_000,
    );
    await options.waitForText(/Details of (all )?\d+ /);

    await test.step('and says from which years the music is', async () => {
      speakEnglish('en-US');
      const releases = { page: 'taste', part: 'releases', account: IMPORTED_ACCOUNT_ID };
      await go(dashboard, `#${new URLSearchParams(releases).toString()}`);
      await expectReleases(dashboard);
    });

    // What was under way when it was stopped may have been answered to nobody.
    const paths = await answered(standin);
    const twice = paths.filter((path, i) => paths.indexOf(path) !== i);
    expect(twice.length).toBeLessThanOrEqual(1);
  },
);
