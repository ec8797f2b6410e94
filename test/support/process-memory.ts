/** What a program and all it has started hold of this machine's memory. */
import { readdirSync, readFileSync } from 'node:fs';

/** In bytes; what processes share counts once. Null where the system does not tell (only Linux does). */
export function measureProcesses(root: number): number | null {
  const parents = readParents();
  if (!parents.has(root)) return null;
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === root || (parent !== undefined && isBelow(parent));
  };
  let bytes = 0;
  for (const pid of parents.keys()) if (isBelow(pid)) bytes += ownShare(pid);
  return bytes;
}

/** Each process's parent. */
function readParents(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of listProcesses()) {
    const status = readOrNothing(`/proc/${name}/status`);
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  return parents;
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function ownShare(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** A process may be gone by now. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
