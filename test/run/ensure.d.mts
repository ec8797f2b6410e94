/** Types of ensure.mjs, which must run on a Node that knows no TypeScript. */
export declare function toolScript(name: string): string;
