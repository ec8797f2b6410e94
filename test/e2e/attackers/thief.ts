/** Takes a page of ours over: from then on code that is not ours runs in it, and tells what it got. */
import type { DrivenPage } from '../../support/driven-page.ts';

interface Thief {
  readAll(): Promise<string>;
  exportKeys(): Promise<string[]>;
  useKey(accountId: string): Promise<string>;
  takeSealed(): Promise<Record<string, object>>;
  putSealed(tokens: Record<string, object>): Promise<void>;
}

/** The methods of `planted/thief.js`, which `plantIn` has put beside the page. */
export async function takeOver({ page }: DrivenPage): Promise<Thief> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { src: '/thief.js' });
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => reject(new Error('the thief did not get in')));
        document.head.append(script);
      }),
  );
  return {
    readAll: () => page.evaluate(() => thief.readAll()),
    exportKeys: () => page.evaluate(() => thief.exportKeys()),
    useKey: (accountId) => page.evaluate((id) => thief.useKey(id), accountId),
    takeSealed: () => page.evaluate(() => thief.takeSealed()),
    putSealed: (tokens) => page.evaluate((all) => thief.putSealed(all), tokens),
  };
}

/** What the script leaves in the page. */
declare const thief: Thief;
