/** An account in good health, to be bent by each test, deep down too. */
import type { AccountView } from '../../../../lib/messages/contract.ts';
import { accountView } from '../fixtures.ts';

export interface ViewChange extends Partial<Omit<AccountView, 'token' | 'sync'>> {
  token?: Partial<AccountView['token']>;
  sync?: Partial<AccountView['sync']>;
}

export function makeView({ token, sync, ...changes }: ViewChange = {}): AccountView {
  const view = accountView('ada', changes);
  return { ...view, token: { ...view.token, ...token }, sync: { ...view.sync, ...sync } };
}
