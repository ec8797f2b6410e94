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

/** Nobody else here has Preact render at another time than it would. */
function atOnce(work: () => void): void {
  options.debounceRendering = (render) => render();
  try {
    work();
  } finally {
    delete options.debounceRendering;
  }
}
