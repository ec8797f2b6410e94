/** The time zones there are to choose from, by their part of the world. */

export interface ZoneGroup {
  /** “Europe”; for zones of no place, the last group, empty. */
  area: string;
  zones: readonly { name: string; label: string }[];
}

/** Of IANA names, in the order of the alphabet. `chosen` is among them though the browser does not list it. */
export function groupZones(names: readonly string[], chosen: string | null): ZoneGroup[] {
  const all = [...new Set([...names, ...(chosen === null ? [] : [chosen])])].toSorted();
  const areas = new Map<string, { name: string; label: string }[]>();
  for (const name of all) {
    const slash = name.indexOf('/');
    const area = slash < 0 ? '' : name.slice(0, slash);
    const label = name.slice(slash + 1).replaceAll('_', ' ');
    areas.set(area, [...(areas.get(area) ?? []), { name, label }]);
  }
  const groups = [...areas].map(([area, zones]) => ({ area, zones }));
  return [...groups.filter(({ area }) => area !== ''), ...groups.filter(({ area }) => area === '')];
}
