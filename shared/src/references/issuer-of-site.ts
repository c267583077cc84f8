import { advisoryDivision, judicialDivision } from './to-judge.ts';

/** Bodies that publish on a site of their own, where pages seldom say whose they are. */
const bodies: readonly (readonly [place: RegExp, body: string])[] = [
  [/^raadvanstate\.nl\/adviezen/, advisoryDivision],
  [/^raadvanstate\.nl\/uitspraken/, judicialDivision],
  [/^ind\.nl/, 'Immigratie- en Naturalisatiedienst'],
  [/^coa\.nl/, 'Centraal Orgaan opvang asielzoekers'],
  [/^inspectie-jenv\.nl/, 'Inspectie Justitie en Veiligheid'],
  [/^rekenkamer\.nl/, 'Algemene Rekenkamer'],
  [/^nationaleombudsman\.nl/, 'Nationale ombudsman'],
  [/^mensenrechten\.nl/, 'College voor de Rechten van de Mens'],
  [/^autoriteitpersoonsgegevens\.nl/, 'Autoriteit Persoonsgegevens'],
  [/^adviesraadmigratie\.nl/, 'Adviesraad Migratie'],
  [/^advocatenorde\.nl/, 'Nederlandse Orde van Advocaten'],
  [/^vng\.nl/, 'Vereniging van Nederlandse Gemeenten'],
  [/^vluchtelingenwerk\.nl/, 'VluchtelingenWerk Nederland'],
  [/^amnesty\.nl/, 'Amnesty International'],
  [/^defenceforchildren\.nl/, 'Defence for Children'],
];

/** Where a page stands, as patterns of sites read it: host without `www.`, and path; empty for what is no address. */
export function placeOfAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? `${url.hostname.replace(/^www\./, '')}${url.pathname}` : '';
}

/** The body whose site an address is on; undefined for a site of many, or one that is not known. */
export function issuerOfSite(address: string): string | undefined {
  const place = placeOfAddress(address);
  return bodies.find(([pattern]) => pattern.test(place))?.[1];
}
