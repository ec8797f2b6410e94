/** The parts of the campaign: which runs each is made of, for one browser. */
import { killFirstSignIn } from './first-sign-in-run.ts';
import { killAndRecover, type KillRun } from './kill-run.ts';
import { AFTER_SIGKILL, FORGIVING, judge, STRICT, type Mode } from './modes.ts';
import { BROWSER_POINTS, REFRESH_POINTS, SIGN_IN_POINTS, type Point } from './points.ts';
import type { Rig } from './rig.ts';
import type { Result } from './table.ts';
import type { Ending } from './ending.ts';

export const SECTIONS = ['refresh', 'strict', 'sign-in', 'browser'] as const;
export type Section = (typeof SECTIONS)[number];

/** One cell of a table, and how a run of it goes. */
export interface Cell extends Pick<Result, 'table' | 'row' | 'column'> {
  mode: Mode;
  point: Point;
  run: (rig: Rig) => Promise<Ending>;
}

const [FIRST_MODE] = FORGIVING as [Mode];

export function cellsOf(section: Section): Cell[] {
  switch (section) {
    case 'refresh':
      return refreshCells(FORGIVING, REFRESH_POINTS, 'background');
    case 'strict':
      return refreshCells(STRICT, REFRESH_POINTS, 'background');
    case 'browser':
      return refreshCells(AFTER_SIGKILL, BROWSER_POINTS, 'browser');
    case 'sign-in':
    default:
      return SIGN_IN_POINTS.flatMap((point) => [
        signInCell(point, 'the first one', (rig) => killFirstSignIn(rig, point)),
        signInCell(point, 'a renewal', (rig) =>
          killAndRecover(rig, { point, victim: 'background', begin: 'renewal' }),
        ),
      ]);
  }
}

function refreshCells(
  modes: readonly Mode[],
  points: readonly Point[],
  victim: KillRun['victim'],
): Cell[] {
  return modes.flatMap((mode) =>
    points.map((point) => ({
      table: `refresh, ${victim} killed`,
      row: point.name,
      column: mode.name,
      mode,
      point,
      run: (rig) => killAndRecover(rig, { point, victim, begin: 'refresh' }),
    })),
  );
}

function signInCell(point: Point, column: string, run: Cell['run']): Cell {
  const table = 'sign-in, background killed';
  return { table, row: point.name, column, mode: FIRST_MODE, point, run };
}

/** Before the runs of a cell: the listener is signed in to Spotify, where that matters. */
export async function prepare(rig: Rig, { mode }: Cell): Promise<void> {
  if (mode.session === 'ended') return;
  await rig.signIn(rig.accountId);
  if (mode.session === 'may be lost') await rig.restartBrowser();
}

/** Runs a cell once; a run that cannot be carried through is a fault, and is tidied up after. */
export async function runCell(rig: Rig, cell: Cell): Promise<Result> {
  const { table, row, column, mode, point } = cell;
  const place = { table: `${rig.browser} · ${table}`, row, column };
  await rig.control.set({ rotation: mode.rotation });
  if (mode.session === 'ended') await rig.control.endSessions();
  try {
    const ending = await cell.run(rig);
    return { ...place, kind: ending.kind, faults: judge(mode, point, ending) };
  } catch (error) {
    await rig.mend();
    return {
      ...place,
      kind: 'lost',
      faults: [error instanceof Error ? error.message : String(error)],
    };
  }
}
