/** An account's times in a list: sync, access, sign-in, and the last error in words. */
import type { ComponentChildren } from 'preact';
import type { AccountView } from '../../messages/contract.ts';
import { errorText } from '../error-text.ts';
import { formatDate, formatNumber, formatRelative } from '../format.ts';
import { t, tPlural } from '../text.ts';
import { findLastError, type AccountCondition } from '../account-condition.ts';

interface AccountFactsProps {
  view: AccountView;
  condition: AccountCondition;
  /** UTC ms. */
  now: number;
}

/** A notice on the page says these already. */
const TOLD: ReadonlySet<AccountCondition['name']> = new Set([
  'no-access',
  'misconfigured',
  'quota',
]);

export function AccountFacts({ view, condition, now }: AccountFactsProps) {
  const { token, sync } = view;
  const signedOut = token.status === 'reauthorize' || token.status === 'locked';
  const error = signedOut || TOLD.has(condition.name) ? null : findLastError(view);
  return (
    <dl class="facts">
      <Fact name={t('options_fact_last_sync')}>
        {sync.last
          ? `${formatRelative(sync.last.at, now)} · ${tPlural('options_new_plays', sync.last.added, formatNumber(sync.last.added))}`
          : t('options_fact_never')}
      </Fact>
      <Fact name={t('options_fact_next_sync')}>{describeNextSync(view, signedOut, now)}</Fact>
      {signedOut ? null : (
        <>
          <Fact name={t('options_fact_access')}>{describeAccess(token, now)}</Fact>
          <Fact name={t('options_fact_renew_by')}>
            {formatDate(token.renewBy, 'date')}
            {token.memoryOnly ? ` · ${t('options_fact_memory_only')}` : ''}
          </Fact>
        </>
      )}
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

function describeNextSync(view: AccountView, signedOut: boolean, now: number): string {
  if (view.syncing) return t('options_fact_syncing');
  if (signedOut || view.nextSyncAt === null) return t('options_fact_not_planned');
  // A planned time that has just passed is about to happen.
  if (view.nextSyncAt - now < 60_000) return t('options_fact_soon');
  return formatRelative(view.nextSyncAt, now);
}

function describeAccess({ expiresAt, refreshedAt }: AccountView['token'], now: number): string {
  const held = expiresAt !== null && expiresAt > now;
  const access = held ? formatDate(expiresAt, 'time') : t('options_fact_access_none');
  if (refreshedAt === null) return access;
  return `${access} · ${t('options_fact_refreshed', formatRelative(refreshedAt, now))}`;
}
