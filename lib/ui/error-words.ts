/** The table behind `error-text.ts`: one row of words for each error there is. */
import type { ErrorCode } from '../domain/app-error.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';
import type { MessageKey } from './text.ts';

/** The one button that may help. Where it is `none`, the advice says what happens or what to do. */
export type ErrorAction = 'reconnect' | 'retry' | 'open-options' | 'none';

interface ErrorWords {
  what: MessageKey;
  safe: MessageKey;
  advice: MessageKey;
  action: ErrorAction;
}

/** One row for each code: a new code does not compile without its words. */
export const ERROR_WORDS: Readonly<Record<ErrorCode, ErrorWords>> = {
  ...SIGN_IN_WORDS,
  'token/unknown-account': {
    what: 'error_token_unknown_account',
    safe: 'error_safe_history_safe',
    advice: 'error_token_unknown_account_do',
    action: 'open-options',
  },
  'token/reauthorize': {
    what: 'error_token_reauthorize',
    safe: 'error_safe_history_safe',
    advice: 'error_token_reauthorize_do',
    action: 'reconnect',
  },
  'token/rate-limited': {
    what: 'error_token_rate_limited',
    safe: 'error_safe_signin_kept',
    advice: 'error_token_rate_limited_do',
    action: 'none',
  },
  'token/unavailable': {
    what: 'error_token_unavailable',
    safe: 'error_safe_signin_kept',
    advice: 'error_token_unavailable_do',
    action: 'retry',
  },
  'token/misconfigured': {
    what: 'error_token_misconfigured',
    safe: 'error_safe_signin_kept',
    advice: 'error_token_misconfigured_do',
    action: 'open-options',
  },
  'token/not-stored': {
    what: 'error_token_not_stored',
    safe: 'error_safe_history_safe',
    advice: 'error_token_not_stored_do',
    action: 'retry',
  },
  'token/locked': {
    what: 'error_token_locked',
    safe: 'error_safe_signin_kept',
    advice: 'error_token_locked_do',
    action: 'open-options',
  },
  'token/wrong-passphrase': {
    what: 'error_token_wrong_passphrase',
    safe: 'error_safe_signin_kept',
    advice: 'error_token_wrong_passphrase_do',
    action: 'none',
  },
  'token/passphrase-not-stored': {
    what: 'error_token_passphrase_not_stored',
    safe: 'error_safe_nothing_changed',
    advice: 'error_token_passphrase_not_stored_do',
    action: 'retry',
  },
  'api/unauthorized': {
    what: 'error_api_unauthorized',
    safe: 'error_safe_history_safe',
    advice: 'error_api_unauthorized_do',
    action: 'reconnect',
  },
  'api/forbidden': {
    what: 'error_api_forbidden',
    safe: 'error_safe_history_safe',
    advice: 'error_api_forbidden_do',
    action: 'open-options',
  },
  'api/not-found': {
    what: 'error_api_not_found',
    safe: 'error_safe_history_safe',
    advice: 'error_api_not_found_do',
    action: 'none',
  },
  'api/rate-limited': {
    what: 'error_api_rate_limited',
    safe: 'error_safe_history_safe',
    advice: 'error_api_rate_limited_do',
    action: 'none',
  },
  'api/quota-exceeded': {
    what: 'error_api_quota_exceeded',
    safe: 'error_safe_history_safe',
    advice: 'error_api_quota_exceeded_do',
    action: 'none',
  },
  'api/offline': {
    what: 'error_api_offline',
    safe: 'error_safe_history_safe',
    advice: 'error_api_offline_do',
    action: 'retry',
  },
  'api/unavailable': {
    what: 'error_api_unavailable',
    safe: 'error_safe_history_safe',
    advice: 'error_api_unavailable_do',
    action: 'retry',
  },
  'api/unreadable': {
    what: 'error_api_unreadable',
    safe: 'error_safe_history_safe',
    advice: 'error_api_unreadable_do',
    action: 'retry',
  },
  'archive/not-a-zip': {
    what: 'error_archive_not_a_zip',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_not_a_zip_do',
    action: 'none',
  },
  'archive/truncated': {
    what: 'error_archive_truncated',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_truncated_do',
    action: 'none',
  },
  'archive/encrypted': {
    what: 'error_archive_encrypted',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_encrypted_do',
    action: 'none',
  },
  'archive/too-large': {
    what: 'error_archive_too_large',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_too_large_do',
    action: 'none',
  },
  'archive/nothing-found': {
    what: 'error_archive_nothing_found',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_nothing_found_do',
    action: 'none',
  },
  'archive/unreadable-file': {
    what: 'error_archive_unreadable_file',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_unreadable_file_do',
    action: 'none',
  },
  'archive/gone': {
    what: 'error_archive_gone',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_gone_do',
    action: 'none',
  },
  'archive/cancelled': {
    what: 'error_archive_cancelled',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_cancelled_do',
    action: 'none',
  },
  'archive/interrupted': {
    what: 'error_archive_interrupted',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_interrupted_do',
    action: 'none',
  },
  'archive/in-progress': {
    what: 'error_archive_in_progress',
    safe: 'error_safe_nothing_changed',
    advice: 'error_archive_in_progress_do',
    action: 'none',
  },
  'backup/foreign': {
    what: 'error_backup_foreign',
    safe: 'error_safe_nothing_changed',
    advice: 'error_backup_foreign_do',
    action: 'none',
  },
  'backup/newer': {
    what: 'error_backup_newer',
    safe: 'error_safe_nothing_changed',
    advice: 'error_backup_newer_do',
    action: 'none',
  },
  'backup/damaged': {
    what: 'error_backup_damaged',
    safe: 'error_safe_nothing_changed',
    advice: 'error_backup_damaged_do',
    action: 'none',
  },
  'history/quota': {
    what: 'error_history_quota',
    safe: 'error_safe_not_yet_stored',
    advice: 'error_history_quota_do',
    action: 'retry',
  },
  'history/unavailable': {
    what: 'error_history_unavailable',
    safe: 'error_safe_nothing_changed',
    advice: 'error_history_unavailable_do',
    action: 'retry',
  },
  'history/damaged': {
    what: 'error_history_damaged',
    safe: 'error_safe_nothing_changed',
    advice: 'error_history_damaged_do',
    action: 'open-options',
  },
  'history/newer-schema': {
    what: 'error_history_newer_schema',
    safe: 'error_safe_nothing_changed',
    advice: 'error_history_newer_schema_do',
    action: 'none',
  },
  'storage/not-stored': {
    what: 'error_storage_not_stored',
    safe: 'error_safe_history_safe',
    advice: 'error_storage_not_stored_do',
    action: 'retry',
  },
  'storage/newer-version': {
    what: 'error_storage_newer_version',
    safe: 'error_safe_nothing_changed',
    advice: 'error_storage_newer_version_do',
    action: 'none',
  },
  'message/unknown': {
    what: 'error_message_unknown',
    safe: 'error_safe_history_safe',
    advice: 'error_message_unknown_do',
    action: 'none',
  },
  'message/invalid': {
    what: 'error_message_unknown',
    safe: 'error_safe_history_safe',
    advice: 'error_message_unknown_do',
    action: 'none',
  },
  'message/forbidden': {
    what: 'error_message_forbidden',
    safe: 'error_safe_nothing_changed',
    advice: 'error_message_forbidden_do',
    action: 'none',
  },
  'message/unreachable': {
    what: 'error_message_unreachable',
    safe: 'error_safe_history_safe',
    advice: 'error_message_unreachable_do',
    action: 'retry',
  },
  internal: {
    what: 'error_internal',
    safe: 'error_safe_history_safe',
    advice: 'error_internal_do',
    action: 'retry',
  },
};
