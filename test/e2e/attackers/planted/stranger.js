/** Says that it lives, to whoever opened or framed it. */
for (const other of [window.parent, window.opener]) {
  if (other && other !== window) other.postMessage('a page of the extension ran', '*');
}
