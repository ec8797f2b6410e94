/**
 * The popup's first paint, ready-made: what it will show of the figures it remembers, mirrored in
 * localStorage. Kept and forgotten with them.
 */
import type { Picture } from './picture.ts';

const KEY = 'ostinato/popup-picture';

/** One and the same popup, on the day of its figures and later, when that day goes by its date. */
export interface Pictures {
  /** UTC ms: the figures were made then, and that day has ended. */
  madeAt: number;
  dayEndsAt: number;
  sameDay: Picture[];
  later: Picture[];
}

/** Whose words and styles: a picture of another build or in another language is of no use. */
export interface Origin {
  version: string;
  language: string;
}

/** Null when there is none, or none for this build, language and moment. Never throws. */
export function recallPicture(mirror: Storage, origin: Origin, now: number): Picture[] | null {
  try {
    // Written below, by nobody else; and whatever stands there is drawn as elements and texts only.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const kept = JSON.parse(mirror.getItem(KEY) ?? 'null') as (Pictures & Origin) | null;
    if (kept?.version !== origin.version || kept.language !== origin.language) return null;
    return now >= kept.madeAt && now < kept.dayEndsAt ? kept.sameDay : kept.later;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the next first paint, nothing else. */
export function rememberPicture(pictures: Pictures, origin: Origin, mirror: Storage): void {
  try {
    mirror.setItem(KEY, JSON.stringify({ ...origin, ...pictures }));
  } catch {
    forgetPicture(mirror);
  }
}

export function forgetPicture(mirror: Storage): void {
  mirror.removeItem(KEY);
}
