/** How old a sign-in may get. Spotify ends it six months after the person gave it. */

const DAY_MS = 86_400_000;
const SILENT_FROM_DAYS = 150;
const DUE_FROM_DAYS = 165;
/** Six months, whichever: the shortest are 181 days, and Spotify does not say which it counts. */
const ENDED_FROM_DAYS = 180;
const MONTHS = 6;

/** UTC ms: six calendar months after `authorizedAt`, on the last day where the month is too short. */
export function renewBy(authorizedAt: number): number {
  const date = new Date(authorizedAt);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + MONTHS);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

/** From then on a renewal without a person is tried, once a day; UTC ms. */
export function silentRenewalFrom(authorizedAt: number): number {
  return authorizedAt + SILENT_FROM_DAYS * DAY_MS;
}

/** From then on a token that Spotify refuses was refused for its age. */
export function isPastAge(authorizedAt: number, now: number): boolean {
  return now >= authorizedAt + ENDED_FROM_DAYS * DAY_MS;
}

/** From then on the person is asked. */
export function isRenewalDue(authorizedAt: number, now: number): boolean {
  return now >= authorizedAt + DUE_FROM_DAYS * DAY_MS;
}
