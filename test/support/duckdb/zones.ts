/** Time zones with something peculiar each, and moments at which their clocks do it. */

/** IANA names → moments (UTC) around which histories are dense. */
export const ZONES: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2012-02-29T23:59:00Z', '2015-12-31T23:59:30Z'],
  // An hour that is skipped, and one that comes twice.
  'Europe/Berlin': ['2016-03-27T01:00:00Z', '2016-10-30T01:00:00Z', '2016-02-28T23:00:00Z'],
  'America/New_York': ['2016-11-06T06:00:00Z', '2018-03-11T07:00:00Z', '2016-03-01T05:00:00Z'],
  // Half an hour off.
  'Asia/Kolkata': ['2015-12-31T18:30:00Z', '2020-02-28T18:30:00Z'],
  // Daylight saving of half an hour.
  'Australia/Lord_Howe': ['2016-04-02T15:00:00Z', '2016-10-01T15:30:00Z'],
  // 2011-12-30 never was.
  'Pacific/Apia': ['2011-12-30T10:00:00Z', '2016-04-02T14:00:00Z'],
  // Changes at midnight: 00:00 → 23:00, and 00:00 → 01:00.
  'America/Sao_Paulo': ['2016-02-21T02:00:00Z', '2016-10-16T03:00:00Z'],
  // 00:01 → 23:01: rows of two days alternate.
  'America/St_Johns': ['2010-11-07T02:31:00Z', '2009-11-01T02:31:00Z'],
  // Suspended its daylight saving during Ramadan.
  'Africa/Casablanca': ['2016-06-05T02:00:00Z', '2016-07-10T02:00:00Z'],
};

/** All the moments, UTC ms. */
export const MOMENTS: readonly number[] = Object.values(ZONES).flat().map(Date.parse);

/**
 * One zone of each kind, for the long seeded history; the short random ones go through all. The first
 * is looked at most closely.
 */
export const LONG_RUN_ZONES: readonly string[] = [
  'Europe/Berlin',
  'UTC',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
];
