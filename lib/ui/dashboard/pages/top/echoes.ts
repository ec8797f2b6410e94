/** Tells the late answers to what was typed from a text that came from elsewhere. */

export interface Echoes {
  /** This was typed, and will come back with its answer, or with that to something typed later. */
  typed: (text: string) => void;
  /** Whether a text that came back was not typed here: by “back”, or from a link. */
  isForeign: (text: string) => boolean;
}

export function createEchoes(start: string): Echoes {
  /** Typed and not answered yet, after the last that was answered. */
  let pending = [start];
  return {
    typed: (text) => void pending.push(text),
    isForeign(text) {
      const place = pending.indexOf(text);
      pending = place < 0 ? [text] : pending.slice(place);
      return place < 0;
    },
  };
}
