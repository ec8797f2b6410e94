/** All listening that is kept, account by account. */
import type { AccountId } from '../../../../domain/account.ts';
import type { LooseListening, Overview } from '../../../../messages/contract.ts';
import { accountName } from '../../../account-name.ts';

export type KeptState = 'connected' | 'former' | 'imported' | 'sample';

export interface KeptAccount {
  id: AccountId;
  name: string;
  state: KeptState;
  /** Null before the first sync. */
  streams: number | null;
  /** UTC ms of the first stream; null while there is none. */
  since: number | null;
}

/** The connected ones first, what is nobody's last. */
export function listKept({ accounts, former, imported, sample }: Overview): KeptAccount[] {
  return [
    ...accounts.map(({ account, kept }): KeptAccount => {
      const { streams = null, since = null } = kept ?? {};
      return { id: account.id, name: accountName(account), state: 'connected', streams, since };
    }),
    ...former.map(({ account, streams, since }): KeptAccount => {
      return { id: account.id, name: accountName(account), state: 'former', streams, since };
    }),
    ...(imported ? [looseEntry('imported', imported)] : []),
    ...(sample ? [looseEntry('sample', sample)] : []),
  ];
}

function looseEntry(state: KeptState, loose: LooseListening): KeptAccount {
  const { accountId: id, streams, since } = loose;
  return { id, name: accountName({ id, displayName: null }), state, streams, since };
}
