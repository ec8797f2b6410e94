/** What stands in for a cover that is missing: the first character of a name that can be seen. */

/** Not a space, a mark on another letter, or one that only sets the direction of others. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

export function coverLetter(name: string): string {
  return VISIBLE.exec(name)?.[0].toLocaleUpperCase() ?? '♪';
}
