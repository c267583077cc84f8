import type { Language } from '../messages/index.ts';

/** A court as lawyers name it in a citation. */
type CourtName = Readonly<Record<Language, string>>;

/** Seats that have an English name of their own. */
const englishSeats: Readonly<Record<string, string>> = {
  'Den Haag': 'The Hague',
  "'s-Gravenhage": 'The Hague',
};

function courtsOf(
  prefix: string,
  name: CourtName,
  seats: Readonly<Record<string, string>>,
): [string, CourtName][] {
  return Object.entries(seats).map(([code, seat]) => [
    `NL:${prefix}${code}`,
    { nl: `${name.nl} ${seat}`, en: `${name.en} ${englishSeats[seat] ?? seat}` },
  ]);
}

const districtCourts = {
  ALK: 'Alkmaar',
  ALM: 'Almelo',
  AMS: 'Amsterdam',
  ARN: 'Arnhem',
  ASS: 'Assen',
  BRE: 'Breda',
  DHA: 'Den Haag',
  DOR: 'Dordrecht',
  GEL: 'Gelderland',
  GRO: 'Groningen',
  HAA: 'Haarlem',
  LEE: 'Leeuwarden',
  LIM: 'Limburg',
  MAA: 'Maastricht',
  MID: 'Middelburg',
  MNE: 'Midden-Nederland',
  NHO: 'Noord-Holland',
  NNE: 'Noord-Nederland',
  OBR: 'Oost-Brabant',
  ONE: 'Oost-Nederland',
  OVE: 'Overijssel',
  ROE: 'Roermond',
  ROT: 'Rotterdam',
  SGR: "'s-Gravenhage",
  SHE: "'s-Hertogenbosch",
  UTR: 'Utrecht',
  ZLY: 'Zwolle-Lelystad',
  ZUT: 'Zutphen',
  ZWB: 'Zeeland-West-Brabant',
  ZWO: 'Zwolle',
};
const courtsOfAppeal = {
  AMS: 'Amsterdam',
  ARL: 'Arnhem-Leeuwarden',
  ARN: 'Arnhem',
  DHA: 'Den Haag',
  LEE: 'Leeuwarden',
  SGR: "'s-Gravenhage",
  SHE: "'s-Hertogenbosch",
};

const courts: ReadonlyMap<string, CourtName> = new Map<string, CourtName>([
  ['NL:HR', { nl: 'HR', en: 'Supreme Court' }],
  ['NL:PHR', { nl: 'Parket HR', en: 'Advocate General at the Supreme Court' }],
  ['NL:RVS', { nl: 'ABRvS', en: 'Administrative Jurisdiction Division of the Council of State' }],
  ['NL:CRVB', { nl: 'CRvB', en: 'Central Appeals Tribunal' }],
  ['NL:CBB', { nl: 'CBb', en: 'Trade and Industry Appeals Tribunal' }],
  ['EU:C', { nl: 'HvJ EU', en: 'CJEU' }],
  ['EU:T', { nl: 'Gerecht EU', en: 'General Court' }],
  ['EU:F', { nl: 'GvA EU', en: 'Civil Service Tribunal' }],
  ['CE:ECHR', { nl: 'EHRM', en: 'ECtHR' }],
  ...courtsOf('RB', { nl: 'Rb.', en: 'District Court of' }, districtCourts),
  ...courtsOf('GH', { nl: 'Hof', en: 'Court of Appeal of' }, courtsOfAppeal),
]);

/** Courts of the Union by the name that they had before the treaty of Lisbon. */
const formerCourts: ReadonlyMap<string, CourtName> = new Map([
  ['EU:C', { nl: 'HvJ EG', en: 'ECJ' }],
  ['EU:T', { nl: 'GvEA EG', en: 'CFI' }],
]);
/** The day on which that treaty came into force. */
const lisbon = '2009-12-01';

/**
 * Name of a court by country and court code of an ECLI, `NL:RBDHA`; undefined for one that is not known.
 *
 * @param date day or year of its ruling: a court of the Union is named as it was called then.
 */
export function courtName(code: string, language: Language, date = lisbon): string | undefined {
  const former = date < lisbon ? formerCourts.get(code) : undefined;
  return (former ?? courts.get(code))?.[language];
}
