/** Before and after the page is printed. */
import { options } from 'preact';

/**
 * What `begin` changes is on the page when it returns: Firefox takes the page as it is then, where
 * Chromium waits a moment.
 *
 * @returns what ends it.
 */
export function onPrint(begin: () => void, end: () => void): () => void {
  const before = () => atOnce(begin);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', end);
  };
}

function atOnce(work: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (render) => render();
  try {
    work();
  } finally {
    if (debounceRendering) options.debounceRendering = debounceRendering;
    else delete options.debounceRendering;
  }
}
