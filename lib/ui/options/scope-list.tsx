/** What Ostinato asks of Spotify, one by one, each with its reason. */
import { SCOPES, type Scope } from '../../domain/scopes.ts';
import { t, type MessageKey } from '../text.ts';

const WORDS: Readonly<Record<Scope, { what: MessageKey; why: MessageKey }>> = {
  'user-read-private': { what: 'options_scope_private', why: 'options_scope_private_why' },
  'user-read-recently-played': { what: 'options_scope_recent', why: 'options_scope_recent_why' },
  'user-read-currently-playing': {
    what: 'options_scope_current',
    why: 'options_scope_current_why',
  },
  'playlist-read-private': { what: 'options_scope_playlists', why: 'options_scope_playlists_why' },
  'playlist-read-collaborative': { what: 'options_scope_shared', why: 'options_scope_shared_why' },
  'user-library-read': { what: 'options_scope_library', why: 'options_scope_library_why' },
  'user-top-read': { what: 'options_scope_top', why: 'options_scope_top_why' },
};

export function ScopeList() {
  return (
    <details class="details">
      <summary class="details__summary">{t('options_scopes')}</summary>
      <dl class="scopes">
        {SCOPES.map((scope) => (
          <div key={scope} class="scopes__row">
            <dt>
              {t(WORDS[scope].what)}
              <code class="scopes__name">{scope}</code>
            </dt>
            <dd>{t(WORDS[scope].why)}</dd>
          </div>
        ))}
      </dl>
      <p class="muted small">{t('options_scopes_only')}</p>
    </details>
  );
}
