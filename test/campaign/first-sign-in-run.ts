/** A run in which the very first sign-in is killed: it leaves a whole account or none, and its listening. */
import { waitUntil } from '../support/wait-until.ts';
import type { Ending } from './ending.ts';
import type { Point } from './points.ts';
import type { Rig } from './rig.ts';

/** Begins on a connected account, which is disconnected first; leaves it connected. */
export async function killFirstSignIn(rig: Rig, point: Point): Promise<Ending> {
  const { control, accountId, standin } = rig;
  await rig.ask('account.disconnect', { accountId, deleteHistory: false });
  const before = await rig.look();
  const wrong: string[] = before.row ? ['a row after disconnecting'] : [];
  await rig.lieInWait(point);
  rig.tell('sign-in.start', { clientId: standin.clientId, renew: null });
  await rig.whenThere(point);
  const starts = await rig.starts();
  await rig.killBackground();
  await rig.untilHungUp();
  if (point.fate === 'dropped') await control.release({ drop: true });

  const atRest = await rig.look();
  if (atRest.isTorn) wrong.push(`a torn row after "${point.name}"`);
  if (!point.leaves.includes(atRest.row ? 'new' : 'old')) {
    wrong.push(`${atRest.row ? 'a' : 'no'} row after "${point.name}"`);
  }
  const overview = rig.ask('overview.get', {});
  if (point.fate === 'carried out late') await control.release();
  if ((await overview).signInRunning) wrong.push('still signing in');
  if (atRest.row) {
    // The background may have died before it was on the list.
    await waitUntil('the account to be listed', async () => {
      const { accounts } = await rig.ask('overview.get', {});
      return accounts.some(({ token }) => token.accountId === accountId);
    }).catch(() => wrong.push('an account with tokens is not listed'));
    const { accessToken } = await rig.ask('token.get', { accountId });
    if (!(await rig.isGood(accessToken))) wrong.push('the access token was refused');
    await rig.ask('token.refresh', { accountId });
  }
  // Whatever was left, a person can sign in at once, and finds one account with all it had.
  await rig.signIn();
  const { accounts } = await rig.ask('overview.get', {});
  if (accounts.length !== 1) wrong.push(`${accounts.length} accounts`);
  await rig.ask('token.refresh', { accountId });
  await rig.untilStarted(starts);
  const after = await rig.look();
  if (after.isTorn) wrong.push('a torn row afterwards');
  if (after.streams < before.streams) wrong.push(`lost ${before.streams - after.streams} streams`);
  return { kind: atRest.row ? 'kept' : 'none yet', reason: null, wrong };
}
