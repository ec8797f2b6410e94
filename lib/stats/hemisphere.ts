/** Which half of the earth a time zone lies in: so that winter is winter. */

export type Hemisphere = 'northern' | 'southern';

/** Areas of zone names that lie in the south, but for what `NORTHERN` names. */
const SOUTHERN_AREAS = new Set('Antarctica Australia Brazil Chile Indian NZ NZ-CHAT'.split(' '));
const NORTHERN = new Set(['Indian/Maldives']);

/** By the latitude of each zone's main place in the tz database (`zone.tab`), old names included. */
const SOUTHERN_PLACES: Readonly<Record<string, string>> = {
  Africa:
    'Blantyre Brazzaville Bujumbura Dar_es_Salaam Gaborone Harare Johannesburg Kigali Kinshasa ' +
    'Luanda Lubumbashi Lusaka Maputo Maseru Mbabane Nairobi Windhoek',
  America:
    'Araguaina Argentina Asuncion Bahia Belem Buenos_Aires Campo_Grande Catamarca Cordoba ' +
    'Coyhaique Cuiaba Eirunepe Fortaleza Guayaquil Jujuy La_Paz Lima Maceio Manaus Mendoza ' +
    'Montevideo Noronha Porto_Acre Porto_Velho Punta_Arenas Recife Rio_Branco Rosario Santarem ' +
    'Santiago Sao_Paulo',
  Asia: 'Dili Jakarta Jayapura Makassar Pontianak Ujung_Pandang',
  Atlantic: 'South_Georgia St_Helena Stanley',
  Pacific:
    'Apia Auckland Bougainville Chatham Easter Efate Enderbury Fakaofo Fiji Funafuti Galapagos ' +
    'Gambier Guadalcanal Kanton Marquesas Nauru Niue Norfolk Noumea Pago_Pago Pitcairn ' +
    'Port_Moresby Rarotonga Samoa Tahiti Tongatapu Wallis',
  US: 'Samoa',
};

const southern = new Set(
  Object.entries(SOUTHERN_PLACES).flatMap(([area, places]) =>
    places.split(' ').map((place) => `${area}/${place}`),
  ),
);

/** By an IANA name; zones that name no place (UTC) count as northern. */
export function hemisphereOf(timeZone: string): Hemisphere {
  if (NORTHERN.has(timeZone)) return 'northern';
  const [area = '', place] = timeZone.split('/');
  const isSouthern = SOUTHERN_AREAS.has(area) || southern.has(`${area}/${place}`);
  return isSouthern ? 'southern' : 'northern';
}
