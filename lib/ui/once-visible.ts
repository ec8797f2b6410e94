/** Waits until somebody can see the page: a tab that was opened behind others has been read by nobody. */
export function onceVisible(page: Document, act: () => void): void {
  if (page.visibilityState === 'visible') return act();
  const look = () => {
    if (page.visibilityState !== 'visible') return;
    page.removeEventListener('visibilitychange', look);
    act();
  };
  page.addEventListener('visibilitychange', look);
}
