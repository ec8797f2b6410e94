/** The file that the runner has chosen in the page's file field. */

export function chosenExport(): File {
  const file = document.querySelector<HTMLInputElement>('#export')?.files?.[0];
  if (!file) throw new Error('No export was chosen');
  return file;
}
