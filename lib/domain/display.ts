/** By whose clock days and hours are counted: the person's choice, or this computer's. */
import type { Settings } from './settings.ts';

/**
 * IANA name. A zone that is chosen and not known here (settings travel in backups, and browsers differ)
 * gives way to this computer's; so does none.
 */
export function displayTimeZone(settings: Pick<Settings, 'timeZone'> | null): string {
  const chosen = settings?.timeZone ?? null;
  return chosen !== null && isTimeZone(chosen) ? chosen : localTimeZone();
}

/** IANA name of where this computer says it is. */
export function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
