/** What a person can set, with the defaults. Stands in storage.local, versioned. */
import { z } from './schema.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

export const Settings = z.object({
  /** Minutes between two syncs, 1 to 60. */
  syncIntervalMinutes: z.int().check(z.minimum(1), z.maximum(60)),
  /** Keep refresh tokens in session storage only: signed out when the browser closes. */
  memoryOnlyTokens: z.boolean(),
  theme: Theme,
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  syncIntervalMinutes: 5,
  memoryOnlyTokens: false,
  theme: 'system',
};
