import type { DocumentIdentifier } from '../dossier/index.ts';
import { knownLaws, type Law } from './known-laws.ts';
import { nameOfAct } from './union-acts.ts';

/** Parts of the Vreemdelingencirculaire 2000, each a regulation of its own, by the letter of their paragraphs. */
const circularParts: Readonly<Record<string, string>> = {
  A: 'BWBR0012287',
  B: 'BWBR0012289',
  C: 'BWBR0012288',
  D: 'BWBR0034996',
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

/** The name of a law by its BWB or CELEX number, as lawyers shorten it; undefined where none is known. */
export function nameOfLaw(number: string): string | undefined {
  return findKnownLaw(number)?.name ?? nameOfAct(number);
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
