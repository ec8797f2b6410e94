/** One run of the campaign: something is begun, killed at a point, and everything must come back. */
import { describeLoss, type Ending } from './ending.ts';
import type { Point } from './points.ts';
import type { Rig, Standing } from './rig.ts';

export interface KillRun {
  point: Point;
  victim: 'background' | 'browser';
  begin: 'refresh' | 'renewal';
}

/**
 * Begins on a connected account, kills, and follows what the next background makes of it. Leaves the
 * account connected, if need be by signing in as a person would.
 */
export async function killAndRecover(rig: Rig, { point, victim, begin }: KillRun): Promise<Ending> {
  const { control, accountId, standin } = rig;
  const before = await rig.look();
  await rig.lieInWait(point);
  if (begin === 'refresh') rig.tell('token.refresh', { accountId });
  else rig.tell('sign-in.start', { clientId: standin.clientId, renew: accountId });
  await rig.whenThere(point);
  const starts = await rig.starts();
  await kill(rig, victim);
  await rig.untilHungUp();
  if (point.fate === 'dropped') await control.release({ drop: true });

  const atRest = await rig.look();
  const wrong = [...misfits(before, atRest, point)];
  const waking = rig.ask('token.get', { accountId }).catch(() => null);
  if (point.fate === 'carried out late') await control.release();
  await waking;
  const ending = await follow(rig, atRest, point);
  await rig.untilStarted(starts);
  const after = await rig.look();
  if (after.isTorn) wrong.push('a torn row afterwards');
  if (after.streams < before.streams) wrong.push(`lost ${before.streams - after.streams} streams`);
  // Lost, or the listener was signed out of Spotify for this run.
  if (ending.kind === 'lost' || !point.fault) await rig.signIn(accountId);
  return { ...ending, wrong: [...ending.wrong, ...wrong] };
}

async function kill(rig: Rig, victim: KillRun['victim']): Promise<void> {
  await (victim === 'background' ? rig.killBackground() : rig.killBrowser());
}

/** What stands on disk at the moment of death must be one of two rows, never a mixture. */
function* misfits(before: Standing, atRest: Standing, { leaves, name }: Point): Iterable<string> {
  if (atRest.isTorn || !atRest.row) yield `a torn row after "${name}"`;
  if (!before.row || !atRest.row) return;
  const age = atRest.row.generation === before.row.generation ? 'old' : 'new';
  if (!leaves.includes(age)) yield `the ${age} token on disk after "${name}"`;
  if (atRest.row.generation > before.row.generation + 1) yield 'a generation was left out';
  if (atRest.streams < before.streams) yield 'listening lost with the kill';
}

/** The next background: until all is settled, and the token on disk was refreshed once more. */
async function follow(rig: Rig, atRest: Standing, point: Point): Promise<Ending> {
  const { accountId } = rig;
  const row = await rig.untilSettled();
  const state = await rig.ask('token.state', { accountId });
  if (row === null || state.status !== 'connected') return describeLoss(state);
  const wrong: string[] = [];
  if (!(await handsOutGoodToken(rig, point))) wrong.push('the access token was refused');
  const refreshed = await rig.ask('token.refresh', { accountId });
  if (refreshed.status !== 'connected') wrong.push('the stored token did not refresh');
  const alarms = await rig.alarms();
  if (!alarms.includes(`vault.refresh:${accountId}`)) wrong.push('no alarm for the next refresh');
  const isRepaired = row.authorizedAt !== atRest.row?.authorizedAt;
  return { kind: isRepaired ? 'repaired' : 'kept', reason: null, wrong };
}

/**
 * Where the server has carried out what could not be stored, the access token held may be one that a
 * strict server has revoked meanwhile: the background's next request is refused, which must mend it
 * without anybody's help.
 */
async function handsOutGoodToken(rig: Rig, { losesAnswer }: Point): Promise<boolean> {
  const { accountId } = rig;
  const { accessToken } = await rig.ask('token.get', { accountId });
  if (await rig.isGood(accessToken)) return true;
  if (!losesAnswer) return false;
  await rig.ask('sync.now', { accountId });
  const next = await rig.ask('token.get', { accountId });
  return rig.isGood(next.accessToken);
}
