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

/** What a court was called before a day or year, from which on it has its name of now. */
interface FormerName {
  readonly until: string;
  readonly name: CourtName;
}

/** The day on which the treaty of Lisbon came into force. */
const lisbon = '2009-12-01';

const formerNames: ReadonlyMap<string, FormerName> = new Map([
  ['EU:C', { until: lisbon, name: { nl: 'HvJ EG', en: 'ECJ' } }],
  ['EU:T', { until: lisbon, name: { nl: 'GvEA EG', en: 'CFI' } }],
  // Two divisions gave rulings until 1994, and the ECLI does not say which.
  ['NL:RVS', { until: '1994', name: { nl: 'RvS', en: 'Council of State' } }],
]);

/**
 * Name of a court by country and court code of an ECLI, `NL:RBDHA`; undefined for one that is not known.
 *
 * @param date day or year of its ruling: a court is named as it was called then, and without one as it is now.
 */
export function courtName(code: string, language: Language, date?: string): string | undefined {
  const former = formerNames.get(code);
  const name = former && date !== undefined && date < former.until ? former.name : courts.get(code);
  return name?.[language];
}

/** How courts are named in full, or by others than lawyers. */
const namesInFull: readonly (readonly [name: RegExp, code: string])[] = [
  [/^(?:EHRM|EVRM-hof|ECt?HR)\b|hof voor de rechten van de mens|court of human rights/iu, 'CE:ECHR'],
  [/^(?:HvJ|[CE]CJ(?:EU)?)\b|^(?:europees )?hof van justitie\b|court of justice of the european/iu, 'EU:C'],
  [/^gerecht (?:van de )?(?:EU|europese unie)\b|^general court\b/iu, 'EU:T'],
  [/^hoge raad\b/iu, 'NL:HR'],
  [/^afdeling bestuursrechtspraak\b|^ABRvS\b/iu, 'NL:RVS'],
  [/^centrale raad van beroep\b|^CRvB\b/iu, 'NL:CRVB'],
  [/^college van beroep voor het bedrijfsleven\b|^CBb\b/iu, 'NL:CBB'],
];
const seated = /^(?<kind>rechtbank|rb\.?|gerechtshof|hof) (?:te )?(?<seat>[\p{L}' -]+)$/iu;

function seatedCourt(name: string): string | undefined {
  const { kind = '', seat = '' } = seated.exec(name.replaceAll('’', "'"))?.groups ?? {};
  const [prefix, seats] = /^r/iu.test(kind) ? ['RB', districtCourts] : ['GH', courtsOfAppeal];
  const found = Object.entries(seats).find(([, one]) => one.toLowerCase() === seat.toLowerCase());
  return found && `NL:${prefix}${found[0]}`;
}

/** Code of the court that has this name, `NL:RBDHA` for `Rechtbank Den Haag`; undefined for one that is not known. */
export function courtNamed(name: string): string | undefined {
  return namesInFull.find(([pattern]) => pattern.test(name))?.[1] ?? seatedCourt(name);
}
