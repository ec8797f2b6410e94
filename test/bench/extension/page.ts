/** The bench's page: hands out its tasks by the file they are in, which is loaded when it is asked for. */

const modules = {
  import: () => import('./import-tasks.ts'),
  history: () => import('./history-tasks.ts'),
  statistics: () => import('./statistics-tasks.ts'),
  cold: () => import('./cold-tasks.ts'),
};

type Loaders = typeof modules;
export type ModuleName = keyof Loaders;
/** The tasks of one file by name. All times are in ms. */
export type TasksOf<M extends ModuleName> = Awaited<ReturnType<Loaders[M]>>;

Object.assign(globalThis, { modules });
