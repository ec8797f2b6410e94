/** What of the URL could not be followed, said plainly, with what is shown in its place. */
import { isDaysText, isPreset } from '../../domain/range-choice.ts';
import { isolate } from '../isolate.ts';
import { t } from '../text.ts';
import { isCompareText } from './dashboard-route.ts';
import { isPageKey } from './page-keys.ts';

interface Shown {
  /** The accounts there are; empty while nobody knows. */
  accountIds: readonly string[];
  /** What the account in view is called. */
  accountName: string;
}

/** A sentence for each part of the hash that was not understood, or leads to what is gone. */
export function addressTroubles(hash: string, { accountIds, accountName }: Shown): string[] {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const [page, account, range, compare] = ['page', 'account', 'range', 'compare'].map(
    (name) => query.get(name) || null,
  );
  return [
    ...(page && !isPageKey(page) ? [t('address_page', quoted(page))] : []),
    ...(account && accountIds.length > 0 && !accountIds.includes(account)
      ? [t('address_account', isolate(accountName))]
      : []),
    ...(range && !isPreset(range) && !isDaysText(range) ? [t('address_range', quoted(range))] : []),
    ...(compare && !isCompareText(compare) ? [t('address_compare', quoted(compare))] : []),
  ];
}

const LONGEST = 40;

function quoted(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return isolate(short);
}
