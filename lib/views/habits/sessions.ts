/** How long music goes on once it has begun. */
import { sessionLengths, sessions } from '../../stats/sessions.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { SessionsView } from './contract.ts';

/** A song or two, an errand, a way to work, an evening, a day. */
const LENGTHS_MS = [0, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * 60_000);

export function computeSessions({ dataset, scope: { selection } }: ViewSetting): SessionsView {
  return {
    ...sessions(dataset, selection),
    lengths: sessionLengths(dataset, selection, LENGTHS_MS),
  };
}
