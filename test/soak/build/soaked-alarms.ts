/**
 * Stands in for `lib/platform/alarms.ts` in the soak's build: a browser's own alarms would ring by the
 * machine's clock. These lie where the soak finds them.
 */
import { browser } from 'wxt/browser';
import type { Alarms } from '../../../lib/platform/alarms.ts';
import { ALARM_PREFIX, type SoakAlarm } from './soak-messages.ts';

export function browserAlarms(): Alarms {
  const { session } = browser.storage;
  return {
    set: (name, alarm) => session.set({ [ALARM_PREFIX + name]: alarm }),
    clear: (name) => session.remove(ALARM_PREFIX + name),
    async all() {
      const entries = Object.entries(await session.get(null));
      const alarms = entries.filter(([key]) => key.startsWith(ALARM_PREFIX));
      return new Map(
        alarms.map(([key, alarm]) => [key.slice(ALARM_PREFIX.length), (alarm as SoakAlarm).at]),
      );
    },
  };
}
