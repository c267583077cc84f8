import type { DocumentIdentifier } from '../dossier/index.ts';
import { readQuantityWord } from '../messages/quantity-words.ts';
import { findEcli, findReferences, identifiersOfAddress, toPublicationId } from '../references/index.ts';

/** A number as Dutch or English writes it: `1.500,5`, `1,500.5`, `€ 660.000`, `EUR 500,-`. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const digits = text.replace(/[€$\s\u00A0]|EUR|,-$/giu, '');
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u.test(digits))
    return Number(digits.replace(/\./gu, '').replace(',', '.'));
  if (/^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return Number(digits.replace(/,/gu, ''));
  return /^-?\d+(?:[.,]\d+)?$/u.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}

/**
 * The page on which a passage begins, as people write it: `12`, `p. 12`, `blz. 12-13`, `pagina's 12 en 13`. Undefined
 * for anything else.
 */
export function readPage(text: string): number | undefined {
  const written =
    /^(?:(?:pp?|pags?|pagina(?:'?s|nr)?|pages?|blz|blad(?:zijden?)?)\.?\s*)?(\d{1,6})(?:\s*(?:[-–,]|en|and|t\/m)\s*\d{1,6}|\s*e\.?v\.?|\s*ff\.?)?\.?$/iu.exec(
      text.trim(),
    );
  return written ? Number(written[1]) : undefined;
}

const spans = [
  [/^(?:per\s+)?(?:jaar|year)$|^(?:jaarlijks|annual(?:ly)?|p\.?\s?j\.?)$/iu, 'P1Y'],
  [/^(?:per\s+)?(?:kwartaal|quarter)$/iu, 'P3M'],
  [/^(?:per\s+)?(?:maand|month)$|^(?:maandelijks|monthly)$/iu, 'P1M'],
  [/^(?:per\s+)?week$|^(?:wekelijks|weekly)$/iu, 'P1W'],
  [/^(?:per\s+)?(?:dag|day)$|^(?:dagelijks|daily)$/iu, 'P1D'],
] as const;

/** The span over which an amount holds (ISO 8601), as people write it: `per jaar`, `jaarlijks`. Anything else as it is. */
export function readPeriod(text: string): string {
  return spans.find(([written]) => written.test(text.trim()))?.[1] ?? readQuantityWord('period', text);
}

/** Identifiers that are told by their shape alone. */
const plainSchemes = [
  ['bwb', /^BWB[RV]\d{7}$/iu],
  ['tweede-kamer', /^\d{4}D\d{5}$/iu],
  ['celex', /^3\d{4}[A-Z]{1,2}\d{4}$/iu],
] as const satisfies readonly (readonly [DocumentIdentifier['scheme'], RegExp])[];

/** A Kamerstuk by its number alone, as lists have it below a head that names the series: `36704, nr. 3`, `36 600 VI nr 12`. */
const bareKamerstuk = /^\d{2}[ .]?\d{3}(?:[ -](?:[IVXLC]+|\d{2}))?,?\s*nr\b/iu;

function withSeries(text: string): string {
  return bareKamerstuk.test(text) ? `Kamerstuk ${text}` : text;
}

function readIdentifier(text: string): DocumentIdentifier[] {
  const ecli = findEcli(text);
  if (ecli) return [{ scheme: 'ecli', value: ecli }];
  const publication = toPublicationId(text);
  if (publication) return [{ scheme: 'official-publication', value: publication }];
  const known = plainSchemes.find(([, shape]) => shape.test(text));
  if (known) return [{ scheme: known[0], value: text.toUpperCase() }];
  if (/^https?:/iu.test(text)) return identifiersOfAddress(text);
  // "Kamerstukken II 2024/25, 36704, nr. 11": only where the whole text is that one reference.
  const written = withSeries(text);
  const [only, ...more] = findReferences(written).filter(({ identifier }) => identifier);
  return only?.identifier && more.length === 0 && only.end - only.start > written.length / 2
    ? [only.identifier]
    : [];
}

/** The first page that a reference names behind its document: `Kamerstukken II 2024/25, 36704, nr. 11, p. 5`. */
export function pageOfReference(text: string): number | undefined {
  const written = withSeries(text);
  const [only, ...more] = text === '' ? [] : findReferences(written);
  return only?.pages && more.length === 0 && only.end === written.length ? readPage(only.pages) : undefined;
}

/** Where the pages of a reference begin. */
const beforePages = /,? (?=(?:pp?[. \d]|blz|pag))/iu;

/**
 * How a text cites one Kamerstuk, without the pages of a passage in it: `Kamerstukken II 2024/25, 36704, nr. 11`. Undefined
 * for what is no such reference, or does not say its session, which nothing else of the document may say.
 */
export function citedKamerstuk(text: string): string | undefined {
  const [only, ...more] = text === '' ? [] : findReferences(text);
  const isWhole = only?.kind === 'kamerstuk' && only.start === 0 && only.end === text.length;
  return isWhole && more.length === 0 && only.paper?.session ? text.split(beforePages)[0] : undefined;
}

/** The identifier of a document whose title begins with its ECLI, or is the Kamerstuk as it is cited. */
export function identifiersOfTitle(title: string): DocumentIdentifier[] {
  const ecli = /^ECLI:/iu.test(title) ? findEcli(title) : undefined;
  if (ecli) return [{ scheme: 'ecli', value: ecli }];
  const written = withSeries(title);
  const [only] = findReferences(written);
  const isWhole = only?.kind === 'kamerstuk' && only.start === 0 && only.end === written.length;
  return isWhole && only.identifier ? [only.identifier] : [];
}

/** The identifiers of one document that a cell names, separated by `;`: ECLI, official publication, BWB, CELEX, or a Kamerstuk as it is cited. */
export function readIdentifiers(text: string): DocumentIdentifier[] {
  return text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(readIdentifier);
}
