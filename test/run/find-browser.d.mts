/** Types of find-browser.mjs, which must run on a Node that knows no TypeScript. */
export declare function findBrowser(name: 'chromium' | 'firefox'): string | null;
