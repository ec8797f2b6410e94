/** The order in the URL. */

/** By plays unless it says otherwise. */
export function readOrder(text: string | undefined): 'plays' | 'time' {
  return text === 'time' ? 'time' : 'plays';
}
