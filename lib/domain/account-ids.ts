/** Ids of listening that is no Spotify account's. Spotify's own ids hold no colon. */

/** Owns what was imported before anybody signed in. */
export const IMPORTED_ACCOUNT_ID = 'ostinato:imported';

/** Owns the invented listening: never mixed with a person's own, and in no backup. */
export const SAMPLE_ACCOUNT_ID = 'ostinato:sample';
