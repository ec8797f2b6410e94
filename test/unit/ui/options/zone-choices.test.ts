import { expect, it } from 'vitest';
import { groupZones } from '../../../../lib/ui/options/zone-choices.ts';

it('lists zones by their part of the world, those of no place last', () => {
  const names = ['UTC', 'Europe/Rome', 'America/Argentina/Salta', 'Europe/Berlin'];
  expect(groupZones(names, null)).toEqual([
    { area: 'America', zones: [{ name: 'America/Argentina/Salta', label: 'Argentina/Salta' }] },
    {
      area: 'Europe',
      zones: [
        { name: 'Europe/Berlin', label: 'Berlin' },
        { name: 'Europe/Rome', label: 'Rome' },
      ],
    },
    { area: '', zones: [{ name: 'UTC', label: 'UTC' }] },
  ]);
});

it('keeps the zone that is chosen though the browser does not list it', () => {
  const [asia] = groupZones(['Asia/Kolkata'], 'Asia/Calcutta');
  expect(asia?.zones.map(({ name }) => name)).toEqual(['Asia/Calcutta', 'Asia/Kolkata']);
});
