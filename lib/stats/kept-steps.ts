/** Something that takes long, made once a history: at once when it is asked for, or in steps ahead of that. */
import type { Columns } from '../dataset/columns.ts';
import { doAtOnce, type Steps } from '../domain/steps.ts';

interface Work<Result> {
  steps: Steps<Result>;
  done: { result: Result } | null;
}

export class KeptSteps<Key extends string, Result> {
  readonly #known = new WeakMap<Columns, Map<Key, Work<Result>>>();

  /** What was made of these columns under this key; what is still to be done of it is done now. */
  get(columns: Columns, key: Key, begin: () => Steps<Result>): Result {
    return doAtOnce(this.#make(columns, key, begin));
  }

  /** The same in steps; whoever asks in between goes on from there. */
  *ahead(columns: Columns, key: Key, begin: () => Steps<Result>): Steps<void> {
    yield* this.#make(columns, key, begin);
  }

  *#make(columns: Columns, key: Key, begin: () => Steps<Result>): Steps<Result> {
    const works = this.#worksOf(columns);
    for (;;) {
      const { done } = goOn(works, key, begin);
      if (done) return done.result;
      yield;
    }
  }

  #worksOf(columns: Columns): Map<Key, Work<Result>> {
    const works = this.#known.get(columns) ?? new Map<Key, Work<Result>>();
    this.#known.set(columns, works);
    return works;
  }
}

/** Does one step, if there is one left. What fails is begun anew the next time. */
function goOn<Key, Result>(
  works: Map<Key, Work<Result>>,
  key: Key,
  begin: () => Steps<Result>,
): Work<Result> {
  const work = works.get(key) ?? { steps: begin(), done: null };
  if (work.done) return work;
  works.delete(key);
  const step = work.steps.next();
  if (step.done) work.done = { result: step.value };
  works.set(key, work);
  return work;
}
