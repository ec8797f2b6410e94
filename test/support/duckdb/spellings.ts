/** Names whose comparison is known without computing it: each group means one name. */

/** By the key all spellings of a group share; no two groups do. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  ode: ['Ode', 'ODE ', ' ode'],
  strasse: ['Straße', 'STRASSE', 'strasse', 'STRAẞE'],
  café: ['Caf\u00e9', 'Cafe\u0301', 'CAF\u00c9'],
  kiz: ['KIZ', 'kiz'],
  kız: ['Kız'],
  σασ: ['ΣΑΣ', 'σας', 'σασ'],
  'fullwidth axe': ['\uff21xe', '\uff41xe'],
  'fraktur axe': ['\u{1d504}xe'],
  '1989': ['1989'],
  '': ['  '],
};

export const SPELLINGS: readonly string[] = Object.values(GROUPS).flat();

const keys = new Map(
  Object.entries(GROUPS).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
);

/** The key of any name of a generated history; names outside the groups are simple ones. */
export function keyOfName(name: string): string {
  return keys.get(name) ?? name.normalize('NFC').trim().toLowerCase();
}
