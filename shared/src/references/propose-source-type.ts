import type { DocumentIdentifier, SourceType } from '../dossier/index.ts';
import { placeOfAddress } from './issuer-of-site.ts';
import { mediumOfSite } from './medium-of-site.ts';

/** What a source type is proposed from. */
export interface SourceClues {
  readonly address: string;
  readonly identifiers: readonly DocumentIdentifier[];
  readonly issuer?: string | undefined;
  /** What the document's own header says. */
  readonly byText?: SourceType | undefined;
}

const typesOfSites: readonly (readonly [pattern: RegExp, type: SourceType])[] = [
  [/^raadvanstate\.nl\/adviezen/, 'legislative-advice'],
  [/^raadvanstate\.nl\/uitspraken/, 'court-ruling'],
  [/^(uitspraken|deeplink|data)\.rechtspraak\.nl|^curia\.europa\.eu|^hudoc\.echr\.coe\.int/, 'court-ruling'],
  [/^wetten\.overheid\.nl|^eur-lex\.europa\.eu/, 'legislation'],
  [/^(tweedekamer|eerstekamer)\.nl/, 'parliamentary-paper'],
  [/^inspectie-jenv\.nl/, 'inspection-letter'],
  [/^ind\.nl/, 'implementation-report'],
];

const typesOfIssuers: readonly (readonly [pattern: RegExp, type: SourceType])[] = [
  [/^inspectie\b|arbeidsinspectie$|rekenkamer/iu, 'inspection-letter'],
  [
    /^immigratie- en naturalisatiedienst$|^IND$|^centraal orgaan opvang asielzoekers$|^COA$|^dienst terugkeer en vertrek$/iu,
    'implementation-report',
  ],
  [/^rechtbank\b|^gerechtshof\b|^hoge raad\b|bestuursrechtspraak/iu, 'court-ruling'],
  [
    /^afdeling advisering|^raad voor de rechtspraak|^college voor de rechten van de mens|^autoriteit persoonsgegevens|^adviescollege|^adviescommissie|^adviesraad/iu,
    'legislative-advice',
  ],
  [
    /^vluchtelingenwerk|^amnesty|^defence for children|^vereniging van nederlandse gemeenten$|^VNG$/iu,
    'position-paper',
  ],
];

/**
 * The likeliest source type: by its own header, else by identifier, by site, by issuer, else `other`. The
 * reviewer corrects it. What was sent along to the Chamber is a paper of the Chamber only where nothing says whose it is.
 */
export function proposeSourceType({ address, identifiers, issuer, byText }: SourceClues): SourceType {
  if (byText) return byText;
  const byIdentifier = identifiers.map(typeOfIdentifier).find((type) => type !== undefined);
  if (byIdentifier) return byIdentifier;
  if (mediumOfSite(address)) return 'press';
  const match = (rules: typeof typesOfSites, text: string) =>
    rules.find(([pattern]) => pattern.test(text))?.[1];
  const byOthers = match(typesOfSites, placeOfAddress(address)) ?? match(typesOfIssuers, issuer ?? '');
  return byOthers ?? (identifiers.some(isAnnex) ? 'parliamentary-paper' : 'other');
}

function typeOfIdentifier({ scheme, value }: DocumentIdentifier): SourceType | undefined {
  if (scheme === 'ecli') return 'court-ruling';
  if (scheme === 'bwb' || scheme === 'celex') return 'legislation';
  if (scheme === 'tweede-kamer') return 'parliamentary-paper';
  if (scheme !== 'official-publication') return undefined;
  if (/^(kst|ah|h|kv|ag|ek|tk|nds)-/.test(value)) return 'parliamentary-paper';
  return /^(stb|stcrt|trb|gmb|prb|wsb|bgr)-/.test(value) ? 'legislation' : undefined;
}

function isAnnex({ scheme, value }: DocumentIdentifier): boolean {
  return scheme === 'official-publication' && value.startsWith('blg-');
}
