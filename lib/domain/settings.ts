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
  /** Ask Spotify for covers, release dates and pictures of what was heard. */
  fetchDetails: z._default(z.boolean(), true),
});
export type Settings = z.infer<typeof Settings>;

/** What is to be changed; what is left out stays as it is. */
export const SettingsChange = z.partial(z.extend(Settings, { fetchDetails: z.boolean() }));
export type SettingsChange = z.infer<typeof SettingsChange>;

export const DEFAULT_SETTINGS: Settings = {
  syncIntervalMinutes: 5,
  memoryOnlyTokens: false,
  theme: 'system',
  fetchDetails: true,
};
