/**
 * Everything a page may ask of the background: name → request and response. Commands and small
 * views only; rows and refresh tokens never cross.
 */
import { Account, AccountId } from '../domain/account.ts';
import { DetailState } from '../domain/detail-state.ts';
import { Losses } from '../domain/losses.ts';
import { Passphrase, PassphraseState } from '../domain/passphrase.ts';
import { Settings, SettingsChange } from '../domain/settings.ts';
import { PlayedSong, Snapshot } from '../domain/snapshot.ts';
import { SavedState } from '../domain/saved-state.ts';
import { SyncReport, SyncState } from '../domain/sync-state.ts';
import { AccessToken, TokenState } from '../domain/token-state.ts';
import { z } from '../domain/schema.ts';

/** An account as the pages show it. */
export const AccountView = z.object({
  account: Account,
  token: TokenState,
  sync: SyncState,
  /** UTC ms of the next planned sync; null when none is planned. */
  nextSyncAt: z.nullable(z.number()),
  syncing: z.boolean(),
  /** What is kept; null before the first sync, and while the history cannot be read. */
  kept: z.nullable(
    z.object({
      streams: z.int(),
      since: z.nullable(z.number()),
      /** Oldest first; the last is the day of `countedAt`. */
      lastSevenDays: z.array(z.int()),
      /** UTC ms of the count: today only while syncs or the sync alarm go on. */
      countedAt: z.number(),
    }),
  ),
});
export type AccountView = z.infer<typeof AccountView>;

/** Listening that stayed when its account was disconnected. */
export const FormerAccount = z.object({
  account: Account,
  streams: z.int(),
  /** UTC ms of the first stream kept. */
  since: z.nullable(z.number()),
});
export type FormerAccount = z.infer<typeof FormerAccount>;

/** Listening that belongs to no account of Spotify's: imported without one, or invented. */
export const LooseListening = z.object({
  /** The id it stands under in the history: `IMPORTED_ACCOUNT_ID` or `SAMPLE_ACCOUNT_ID`. */
  accountId: AccountId,
  streams: z.int(),
  /** UTC ms of the first stream. */
  since: z.nullable(z.number()),
});
export type LooseListening = z.infer<typeof LooseListening>;

/** The state of the whole extension: one question for popup and options alike. */
export const Overview = z.object({
  /** Grows with every change in the background; a page that is behind asks again. */
  revision: z.int(),
  accounts: z.array(AccountView),
  /** Not connected any more, but their listening is still here. */
  former: z.array(FormerAccount),
  /** Null while there is none. */
  imported: z.nullable(LooseListening),
  /** Invented listening to look around with; null while there is none. */
  sample: z.nullable(LooseListening),
  /** What the popup shows: an account, else imported listening, else the sample; null without any. */
  selectedId: z.nullable(AccountId),
  settings: Settings,
  /** Whether sign-ins are locked with a passphrase, and whether it was entered. */
  passphrase: PassphraseState,
  /** What the browser has lost by itself. */
  lost: Losses,
  signInRunning: z.boolean(),
  /** To be registered with the listener's app at Spotify, to the letter. */
  redirectUri: z.string(),
  /** A client ID the build proposes; null in a release. */
  proposedClientId: z.nullable(z.string()),
  /** False in Firefox when the listener took back access to Spotify's hosts. */
  hostAccess: z.boolean(),
  /** How far covers, dates and pictures are fetched, for each account with listening. */
  details: z.array(DetailState),
});
export type Overview = z.infer<typeof Overview>;

/** Longer than any address of Spotify's; a page gone wrong sends no megabytes through the background. */
const MAX_TEXT = 500;

const NoRequest = z.object({});
const OfAccount = z.object({ accountId: AccountId });

export const contract = {
  'overview.get': { request: NoRequest, response: Overview },

  /**
   * Opens the sign-in window and answers when it is done. With `renew`, only the same Spotify
   * account is accepted. Fails with `oauth/…` codes, and with `message/invalid` for anything that is
   * no client ID.
   */
  'sign-in.start': {
    request: z.object({
      clientId: z.string().check(z.maxLength(MAX_TEXT)),
      renew: z.nullable(AccountId),
    }),
    response: OfAccount,
  },
  /** Closes the sign-in window, if one is open. */
  'sign-in.cancel': { request: NoRequest, response: z.null() },

  'account.select': { request: OfAccount, response: z.null() },
  /** Deletes the account's tokens everywhere, and its history only when asked to. */
  'account.disconnect': {
    request: z.object({ accountId: AccountId, deleteHistory: z.boolean() }),
    response: z.null(),
  },

  /**
   * Deletes the listening of a former account, what was imported without one, or the sample; refuses
   * a connected account with `message/invalid`.
   */
  'listening.delete': { request: OfAccount, response: z.null() },

  /** An access token with more than five minutes left. Fails with `token/…` codes. */
  'token.get': { request: OfAccount, response: AccessToken },
  'token.state': { request: OfAccount, response: TokenState },
  /** Refreshes now, whatever time is left. */
  'token.refresh': { request: OfAccount, response: TokenState },

  /** Collects what was played since. Fails with `api/…` and `token/…` codes. */
  'sync.now': { request: OfAccount, response: SyncReport },

  /**
   * Reads playlists and liked songs from Spotify now, however fresh they are; what was read before a
   * failure is kept. Fails with `api/…`, `token/…` and `history/…` codes.
   */
  'saved.refresh': { request: OfAccount, response: SavedState },
  /** How far that is; the songs themselves are in the history. */
  'saved.state': { request: OfAccount, response: SavedState },

  /**
   * A page's worker has imported or undone something: the figures kept ready are counted anew, and
   * all pages hear of it. Fails with `history/…`.
   */
  'history.changed': { request: OfAccount, response: z.null() },

  /**
   * What a page shows at this moment: tracks, albums and artists whose cover, date or picture it
   * misses, by `spotify:…` URI, the most important first. They are asked for before everything else;
   * a new revision tells when something came. Fails with `history/…`.
   */
  'details.want': {
    request: z.object({
      accountId: AccountId,
      uris: z.array(z.string().check(z.maxLength(MAX_TEXT))).check(z.maxLength(200)),
    }),
    response: z.null(),
  },

  'snapshot.get': { request: OfAccount, response: z.nullable(Snapshot) },
  /** What plays at this moment; null when nothing does, or nothing can be asked now. */
  'now-playing.get': { request: OfAccount, response: z.nullable(PlayedSong) },

  /**
   * Fails with `token/…` when the setting is saved, but sign-ins could not be moved to where it
   * wants them; with any other code, nothing was saved. `message/invalid` refuses memory-only mode
   * beside a passphrase.
   */
  'settings.set': { request: SettingsChange, response: Settings },

  /** The person knows what was lost. */
  'losses.dismiss': { request: NoRequest, response: z.null() },

  /** Fails with `token/wrong-passphrase`; what waited for it then goes on by itself. */
  'passphrase.unlock': { request: z.object({ passphrase: Passphrase }), response: z.null() },
  /**
   * Locks the sign-ins with a new passphrase. Fails with `message/invalid` for one that is too short,
   * and in memory-only mode; with `token/passphrase-not-stored` or `token/not-stored` when the disk
   * refuses: then nothing is changed.
   */
  'passphrase.turn-on': { request: z.object({ passphrase: Passphrase }), response: z.null() },
  /** Both fail as `unlock` and `turn-on` do. */
  'passphrase.change': {
    request: z.object({ current: Passphrase, next: Passphrase }),
    response: z.null(),
  },
  'passphrase.turn-off': { request: z.object({ current: Passphrase }), response: z.null() },
  /** Takes the sign-ins with it; accounts and listening stay. */
  'passphrase.forget': { request: NoRequest, response: z.null() },

  /** Versions, alarms, token state, cursors, last errors as JSON text; never a token. */
  'diagnostics.get': { request: OfAccount, response: z.string() },
} as const;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = z.infer<Contract[N]['request']>;
export type ResponseOf<N extends MessageName> = z.infer<Contract[N]['response']>;

/** The one broadcast: something changed in the background. */
export const RevisionNotice = z.object({ type: z.literal('ostinato/revision'), revision: z.int() });
export type RevisionNotice = z.infer<typeof RevisionNotice>;
