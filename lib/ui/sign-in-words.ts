/** The rows of `error-words.ts` about signing in; its type holds them to every `oauth/…` code. */

export const SIGN_IN_WORDS = {
  'oauth/cancelled': {
    what: 'error_oauth_cancelled',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_cancelled_do',
    action: 'none',
  },
  'oauth/denied': {
    what: 'error_oauth_denied',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_denied_do',
    action: 'none',
  },
  'oauth/wrong-client': {
    what: 'error_oauth_wrong_client',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_wrong_client_do',
    action: 'open-options',
  },
  'oauth/redirect-mismatch': {
    what: 'error_oauth_redirect_mismatch',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_redirect_mismatch_do',
    action: 'open-options',
  },
  'oauth/offline': {
    what: 'error_oauth_offline',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_offline_do',
    action: 'none',
  },
  'oauth/no-access': {
    what: 'error_oauth_no_access',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_no_access_do',
    action: 'open-options',
  },
  'oauth/clock-skew': {
    what: 'error_oauth_clock_skew',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_clock_skew_do',
    action: 'none',
  },
  'oauth/in-progress': {
    what: 'error_oauth_in_progress',
    safe: 'error_safe_nothing_changed',
    advice: 'error_oauth_in_progress_do',
    action: 'none',
  },
  'oauth/interrupted': {
    what: 'error_oauth_interrupted',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_interrupted_do',
    action: 'none',
  },
  'oauth/invalid-response': {
    what: 'error_oauth_invalid_response',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_invalid_response_do',
    action: 'none',
  },
  'oauth/not-allowed': {
    what: 'error_oauth_not_allowed',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_not_allowed_do',
    action: 'none',
  },
  'oauth/other-account': {
    what: 'error_oauth_other_account',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_other_account_do',
    action: 'none',
  },
  'oauth/refused': {
    what: 'error_oauth_refused',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_refused_do',
    action: 'none',
  },
  'oauth/rate-limited': {
    what: 'error_oauth_rate_limited',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_rate_limited_do',
    action: 'none',
  },
  'oauth/not-stored': {
    what: 'error_oauth_not_stored',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_not_stored_do',
    action: 'none',
  },
  'oauth/unavailable': {
    what: 'error_oauth_unavailable',
    safe: 'error_safe_account_safe',
    advice: 'error_oauth_unavailable_do',
    action: 'none',
  },
} as const;
