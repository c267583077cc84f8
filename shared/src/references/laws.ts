import type { DocumentIdentifier } from '../dossier/index.ts';

/** A law, treaty or act of the Union that others cite. */
export interface Law {
  /** As lawyers shorten it; the name that canonical references carry. */
  readonly name: string;
  /** Every way in which it is named, `name` included. */
  readonly names: readonly string[];
  /** Absent where it is not known for certain. */
  readonly identifier?: DocumentIdentifier;
}

function national(bwb: string, ...names: readonly [string, ...string[]]): Law {
  return { name: names[0], names, identifier: { scheme: 'bwb', value: bwb } };
}

function european(celex: string, ...names: readonly [string, ...string[]]): Law {
  return { name: names[0], names, identifier: { scheme: 'celex', value: celex } };
}

/**
 * Laws that papers about procedures cite by a name of which the identifier is certain. Identifiers of
 * national law from wetten.overheid.nl, of acts of the Union by the rule that CELEX numbers follow.
 */
export const knownLaws: readonly Law[] = [
  national('BWBR0011823', 'Vw 2000', 'Vw', 'Vreemdelingenwet 2000', 'Vreemdelingenwet'),
  national('BWBR0011825', 'Vb 2000', 'Vb', 'Vreemdelingenbesluit 2000', 'Vreemdelingenbesluit'),
  national('BWBR0012002', 'VV 2000', 'VV', 'Voorschrift Vreemdelingen 2000'),
  national('BWBR0005537', 'Awb', 'Algemene wet bestuursrecht'),
  national('BWBR0001840', 'Gw', 'Grondwet'),
  national('BWBR0006685', 'Wet COA', 'Wet Centraal Orgaan opvang asielzoekers'),
  national(
    'BWBV0001000',
    'EVRM',
    'Europees Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden',
  ),
  european('32013L0032', 'Procedurerichtlijn'),
  european('32013L0033', 'Opvangrichtlijn'),
  european('32011L0095', 'Kwalificatierichtlijn', 'Definitierichtlijn'),
  european('32013R0604', 'Dublinverordening', 'Dublin III-verordening', 'Dublin III'),
  european('32008L0115', 'Terugkeerrichtlijn'),
  european('12012P/TXT', 'Handvest', 'EU-Handvest', 'Handvest van de grondrechten van de Europese Unie'),
  european('32024R1348', 'Procedureverordening'),
  european('32024R1351', 'AMMR', 'Asiel- en migratiebeheerverordening'),
  european('32024R1347', 'Kwalificatieverordening'),
  european('32024L1346', 'herziene Opvangrichtlijn'),
  european('32016R0679', 'AVG', 'Algemene verordening gegevensbescherming'),
];

/** Parts of the Vreemdelingencirculaire 2000, each a regulation of its own, by the letter of their paragraphs. */
const circularParts: Readonly<Record<string, string>> = {
  A: 'BWBR0012287',
  B: 'BWBR0012289',
  C: 'BWBR0012288',
};

const circular = {
  name: 'Vc 2000',
  names: ['Vc 2000', 'Vc', 'Vreemdelingencirculaire 2000', 'Vreemdelingencirculaire'],
} as const;

/** The part of the Vreemdelingencirculaire that holds a paragraph, such as `C2/6.2.8`. */
export function circularOf(paragraph: string): Law {
  const value = circularParts[paragraph.charAt(0)];
  return { ...circular, ...(value ? { identifier: { scheme: 'bwb' as const, value } } : {}) };
}

/** A law by its BWB or CELEX number; undefined for one of which no short name is known. */
export function findKnownLaw(number: string): Law | undefined {
  const known = knownLaws.find(({ identifier }) => identifier?.value === number);
  if (known || !Object.values(circularParts).includes(number)) return known;
  return { ...circular, identifier: { scheme: 'bwb', value: number } };
}

/** An act of the Union as it is named in running text; sticky, on an evened-out text. */
export const unionAct =
  /(?:(?<=[^A-Za-z])|^)(?<type>[Rr]ichtlijn|[Vv]erordening)\s+(?:\((?<body>EU|EG|EEG)\)\s*)?(?<mark>nr\.\s*)?(?<first>\d{2,4})\/(?<second>\d{1,4})(?:\/(?<suffix>EU|EG|EEG))?(?!\d)/y;

function toYear(text: string): string | undefined {
  if (text.length === 2) return `19${text}`;
  return /^(?:19[5-9]|20\d)\d$/u.test(text) ? text : undefined;
}

/**
 * The act that a match of `unionAct` names. Directives go by year and number; regulations by number and year
 * (`nr. 604/2013`) until 2014 and by year and number (`2024/1348`) since 2015.
 */
export function toUnionAct(groups: Readonly<Record<string, string | undefined>>): Law | undefined {
  const { type = '', body, mark, first = '', second = '', suffix } = groups;
  const isDirective = /^r/iu.test(type);
  if (!isDirective && body === undefined && suffix === undefined) return undefined;
  const numberFirst = !isDirective && mark !== undefined;
  const year = toYear(numberFirst ? second : first);
  const number = numberFirst ? first : second;
  if (year === undefined || number.length > 4) return undefined;
  const written = `${first}/${second}`;
  const name = isDirective
    ? `Richtlijn ${written}${suffix ? `/${suffix}` : ''}`
    : `Verordening${body ? ` (${body})` : ''} ${mark ? 'nr. ' : ''}${written}${suffix ? `/${suffix}` : ''}`;
  const celex = `3${year}${isDirective ? 'L' : 'R'}${number.padStart(4, '0')}`;
  const known = knownLaws.find(({ identifier }) => identifier?.value === celex);
  return known ?? european(celex, name);
}

/** Where a law can be read, at one of its articles; undefined where no address is certain. */
export function linkOfLaw(
  identifier: DocumentIdentifier,
  article?: { number: string; paragraph?: string | undefined },
) {
  if (identifier.scheme === 'celex')
    return `https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:${identifier.value}`;
  const place = article
    ? `&artikel=${article.number}${article.paragraph ? `&lid=${article.paragraph}` : ''}`
    : '';
  return `https://wetten.overheid.nl/jci1.3:c:${identifier.value}${place}`;
}
