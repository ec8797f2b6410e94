/** An account's times in a list: sync, access, sign-in, and the last error in words. */
import type { ComponentChildren } from 'preact';
import type { AccountView } from '../../messages/contract.ts';
import { errorText } from '../error-text.ts';
import { formatDate, formatNumber, formatRelative } from '../format.ts';
import { t, tPlural } from '../text.ts';
import { findLastError } from './account-condition.ts';

interface AccountFactsProps {
  view: AccountView;
  /** UTC ms. */
  now: number;
}

export function AccountFacts({ view, now }: AccountFactsProps) {
  const { token, sync, nextSyncAt } = view;
  const error = findLastError(view);
  return (
    <dl class="facts">
      <Fact name={t('options_fact_last_sync')}>
        {sync.last
          ? `${formatRelative(sync.last.at, now)} · ${tPlural('options_new_plays', sync.last.added, formatNumber(sync.last.added))}`
          : t('options_fact_never')}
      </Fact>
      <Fact name={t('options_fact_next_sync')}>
        {view.syncing
          ? t('options_fact_syncing')
          : nextSyncAt === null
            ? t('options_fact_not_planned')
            : formatNext(nextSyncAt, now)}
      </Fact>
      <Fact name={t('options_fact_access')}>
        {token.expiresAt !== null && token.expiresAt > now
          ? formatDate(token.expiresAt, 'time')
          : t('options_fact_access_none')}
        {token.refreshedAt === null
          ? ''
          : ` · ${t('options_fact_refreshed', formatRelative(token.refreshedAt, now))}`}
      </Fact>
      <Fact name={t('options_fact_renew_by')}>
        {formatDate(token.renewBy, 'date')}
        {token.memoryOnly ? ` · ${t('options_fact_memory_only')}` : ''}
      </Fact>
      {error ? (
        <Fact name={t('options_fact_last_error')} wide>
          {errorText(error, now).what} <span class="muted">{errorText(error, now).advice}</span>
        </Fact>
      ) : null}
    </dl>
  );
}

interface FactProps {
  name: string;
  children: ComponentChildren;
  wide?: boolean;
}

function Fact({ name, children, wide = false }: FactProps) {
  return (
    <div class={wide ? 'facts__row facts__row--wide' : 'facts__row'}>
      <dt class="facts__name">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A planned time that has just passed is about to happen. */
function formatNext(at: number, now: number): string {
  return at - now < 60_000 ? t('options_fact_soon') : formatRelative(at, now);
}
