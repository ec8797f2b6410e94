/** What a person can set, with the defaults. Stands in storage.local, versioned. */
import { z } from './schema.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

const ChosenZone = z.nullable(z.string().check(z.maxLength(100)));
const ChosenWeekday = z.nullable(z.literal([1, 2, 3, 4, 5, 6, 7]));
const ChosenHemisphere = z.nullable(z.enum(['northern', 'southern']));

export const Settings = z.object({
  /** Minutes between two syncs, 1 to 60. */
  syncIntervalMinutes: z.int().check(z.minimum(1), z.maximum(60)),
  /** Keep refresh tokens in session storage only: signed out when the browser closes. */
  memoryOnlyTokens: z.boolean(),
  theme: Theme,
  /** Ask Spotify for covers, release dates and pictures of what was heard. */
  fetchDetails: z._default(z.boolean(), true),
  /** IANA name: by whose clock all is counted and shown; null is this computer's. */
  timeZone: z._default(ChosenZone, null),
  /** 1 is Monday, 7 is Sunday; null is as the browser's language has it. */
  firstWeekday: z._default(ChosenWeekday, null),
  /** Whose winter is winter; null is that of the time zone. */
  hemisphere: z._default(ChosenHemisphere, null),
});
export type Settings = z.infer<typeof Settings>;

/** What is to be changed; what is left out stays as it is. */
export const SettingsChange = z.partial(
  z.extend(Settings, {
    fetchDetails: z.boolean(),
    timeZone: ChosenZone,
    firstWeekday: ChosenWeekday,
    hemisphere: ChosenHemisphere,
  }),
);
export type SettingsChange = z.infer<typeof SettingsChange>;

export const DEFAULT_SETTINGS: Settings = {
  syncIntervalMinutes: 5,
  memoryOnlyTokens: false,
  theme: 'system',
  fetchDetails: true,
  timeZone: null,
  firstWeekday: null,
  hemisphere: null,
};
