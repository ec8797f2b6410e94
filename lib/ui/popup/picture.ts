/**
 * A part of a page as plain data, so that the next popup can put it back before any of the code is
 * there that made it.
 */

/** A text, or an element: its tag, its attributes, what is in it. */
export type Picture = string | [tag: string, attributes: Record<string, string>, ...Picture[]];

const SVG = 'http://www.w3.org/2000/svg';

/** Holds the place of words that will be others by the time the picture is shown. */
const BLANK = '\u00a0';

/**
 * What is to be seen in `parent`. Of what carries `data-dated`, only the room it takes; of an image its
 * frame, since to load it would hold up the first paint.
 */
export function takePicture(parent: Element): Picture[] {
  if (parent.hasAttribute('data-dated')) return [BLANK];
  return [...parent.childNodes].flatMap((node): Picture[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element) || node.classList.contains('visually-hidden')) return [];
    return [[node.localName, attributesOf(node), ...takePicture(node)]];
  });
}

function attributesOf(element: Element): Record<string, string> {
  const attributes = Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [name, value]),
  );
  if (element instanceof HTMLImageElement) delete attributes['src'];
  // What is chosen in a form is no attribute by itself.
  if (element instanceof HTMLInputElement && element.checked) attributes['checked'] = '';
  if (element instanceof HTMLOptionElement && element.selected) attributes['selected'] = '';
  return attributes;
}

/** Puts back what `takePicture` took. */
export function drawPicture(pictures: readonly Picture[], parent: Element): void {
  for (const picture of pictures) {
    if (typeof picture === 'string') {
      parent.append(picture);
      continue;
    }
    const [tag, attributes, ...inner] = picture;
    const element =
      tag === 'svg' || parent.namespaceURI === SVG
        ? document.createElementNS(SVG, tag)
        : document.createElement(tag);
    for (const name in attributes) {
      const value = attributes[name] ?? '';
      // The policy that forbids styles in markup forbids this attribute, but not its other side.
      if (name === 'style') element.style.cssText = value;
      else element.setAttribute(name, value);
    }
    drawPicture(inner, element);
    parent.append(element);
  }
}
