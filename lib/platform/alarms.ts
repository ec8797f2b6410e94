/** Alarms: the only clock that wakes a stopped background. May be gone after a browser restart. */
import { browser } from 'wxt/browser';

export interface Alarms {
  /** Sets or moves an alarm. `at` is UTC ms; with `everyMinutes` it repeats. */
  set(name: string, when: { at: number; everyMinutes?: number }): Promise<void>;
  clear(name: string): Promise<void>;
  /** UTC ms of the next ring by name. */
  all(): Promise<ReadonlyMap<string, number>>;
}

export function browserAlarms(): Alarms {
  return {
    async set(name, { at, everyMinutes }) {
      await browser.alarms.create(name, {
        when: at,
        ...(everyMinutes === undefined ? {} : { periodInMinutes: everyMinutes }),
      });
    },
    async clear(name) {
      await browser.alarms.clear(name);
    },
    async all() {
      const alarms = await browser.alarms.getAll();
      return new Map(alarms.map(({ name, scheduledTime }) => [name, scheduledTime]));
    },
  };
}
