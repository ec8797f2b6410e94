/** Names as an attacker would choose them: anybody may call a song on Spotify what they like. */
import { catalog } from '../../standin/catalog.ts';

export const HOSTILE_NAMES = {
  markup: `<img src=x onerror="ran('img')"><script>ran('script')</script>`,
  link: `<a href="javascript:ran('link')" onclick="ran('click')">free</a>\${ran('template')}`,
  turned: 'Turned \u202Egnp.exe',
  /** Ends the isolation that would keep it apart, then turns what comes after it. */
  escaped: 'Escaped \u2069\u2069\u202Egnp.exe',
  open: 'Open \u2067\u2067\u202E',
  long: 'L'.repeat(2 ** 20),
} as const;

/** One album for each name, with an artist and a track that are called the same. */
export const HOSTILE_TRACKS = [...catalog.albums.values()]
  .filter(({ type }) => type === 'album')
  .filter(({ artistId }, place, all) => all.findIndex((a) => a.artistId === artistId) === place)
  .slice(0, Object.keys(HOSTILE_NAMES).length)
  .map(({ id, artistId, trackIds }) => ({ albumId: id, artistId, trackId: trackIds[0] ?? '' }));

/** For the stand-in's setting `names`. */
export function hostileNamesById(userId: string): Record<string, string> {
  const names = Object.values(HOSTILE_NAMES);
  const entries = HOSTILE_TRACKS.flatMap(({ albumId, artistId, trackId }, place) =>
    [albumId, artistId, trackId].map((id) => [id, names[place] ?? ''] as const),
  );
  return Object.fromEntries([...entries, [userId, names.slice(0, -1).join(' ')]]);
}

/** Runs in a page: what names did that names must not do; empty when all is well. */
export function findHarm(hostile: string[]): string[] {
  const harm: string[] = [];
  const made = document.querySelectorAll(
    'img[src="x"], script:not([src]), a[href^="javascript:"], [onerror], [onclick]',
  );
  for (const element of made) harm.push(`made: ${element.outerHTML.slice(0, 200)}`);
  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1) harm.push(`wide: ${scrollWidth} of ${clientWidth} px`);
  if (scrollHeight > 12_000) harm.push(`tall: ${scrollHeight} px`);

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blocks = new Set<Element>();
  while (texts.nextNode()) {
    if (!/[\u202A-\u202E\u2066-\u2069]/.test(texts.currentNode.textContent ?? '')) continue;
    let element = texts.currentNode.parentElement;
    while (element && !/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi)) {
      element = element.parentElement;
    }
    if (element) blocks.add(element);
  }
  for (const block of blocks) {
    const turned = textTurnedIn(block);
    if (turned) harm.push(`turned: “${turned}” in ${block.outerHTML.slice(0, 300)}`);
  }
  return harm;

  /** Words beside a name that stand in its direction: by the rules for embeddings and isolates (UAX 9). */
  function textTurnedIn(block: Element): string {
    let text = '';
    const visit = (node: Node): void => {
      for (const child of node.childNodes) {
        // Each choice of a list is drawn for itself.
        const isApart =
          child instanceof HTMLOptionElement ||
          (child instanceof Element &&
            /isolate|plaintext/.test(getComputedStyle(child).unicodeBidi));
        if (child instanceof Text) text += child.data;
        else if (!isApart) visit(child);
      }
    };
    visit(block);
    const words = hostile.flatMap((name) => name.split(/[\u202A-\u202E\u2066-\u2069]+/));
    const own = words.reduce((rest, word) => (word ? rest.replaceAll(word, '') : rest), text);
    const open: string[] = [];
    let turned = '';
    for (const letter of own) {
      if ('\u2066\u2067\u2068'.includes(letter)) open.push('isolate');
      else if ('\u202A\u202B\u202D\u202E'.includes(letter)) open.push('override');
      else if (letter === '\u2069' && open.includes('isolate'))
        open.splice(open.lastIndexOf('isolate'));
      else if (letter === '\u202C' && open.at(-1) === 'override') open.pop();
      else if (letter.trim() && letter !== '\u2069' && open.includes('override')) turned += letter;
    }
    return turned;
  }
}
