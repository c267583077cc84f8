import type { DocumentIdentifier } from '../dossier/index.ts';
import { nameOfCommissionDocument } from './commission-documents.ts';
import type { LawNames } from './law-names.ts';
import { linkOfLaw, nameOfLaw } from './laws.ts';
import type { Reference } from './reference.ts';

const bwb = /(?<![A-Za-z0-9:])BWB[RV]\d{7}(?!\d)/gi;
/** Legislation of the Union, by its number alone; treaties and the rest only after the word. */
const celex =
  /(?<![A-Za-z0-9])(?:CELEX(?:[- ]?(?:nummer|nr\.?))?\s*[:-]?\s*(?<any>[1-9]\d{4}[A-Z]{1,2}(?:\d{4}(?:\(\d{2}\))?|\/TXT))|(?<act>3(?:19|20)\d{2}[RLDF]\d{4}))(?![A-Za-z0-9])/g;
const eli = /\/eli\/(?<type>reg|dir|dec)(?:_impl|_del)?\/(?<year>\d{4})\/(?<number>\d{1,4})(?:\/oj)?(?!\d)/g;
const letters: Readonly<Record<string, string>> = { reg: 'R', dir: 'L', dec: 'D' };

function toCelex({
  type = '',
  year = '',
  number = '',
}: Readonly<Record<string, string | undefined>>): string {
  return `3${year}${letters[type]}${number.padStart(4, '0')}`;
}

function toReference(match: RegExpExecArray, identifier: DocumentIdentifier): Reference {
  const paper = identifier.scheme === 'celex' ? nameOfCommissionDocument(identifier.value) : undefined;
  if (paper) {
    const [start, end] = [match.index, match.index + match[0].length];
    return { kind: 'commission-document', start, end, canonical: paper, link: linkOfLaw(identifier) };
  }
  const law = nameOfLaw(identifier.value) ?? identifier.value;
  return {
    kind: 'law',
    start: match.index,
    end: match.index + match[0].length,
    canonical: law,
    provision: { law },
    identifier,
    link: linkOfLaw(identifier),
  };
}

/** Laws by their identifiers and by their names, in a plain text. */
export function findLegislation(text: string, names: LawNames): Reference[] {
  return [
    ...[...text.matchAll(bwb)].map((match) =>
      toReference(match, { scheme: 'bwb', value: match[0].toUpperCase() }),
    ),
    ...[...text.matchAll(celex)].map((match) =>
      toReference(match, { scheme: 'celex', value: match.groups?.any ?? match.groups?.act ?? '' }),
    ),
    ...[...text.matchAll(eli)].map((match) =>
      toReference(match, { scheme: 'celex', value: toCelex(match.groups ?? {}) }),
    ),
    ...names.named.map(({ law, start, end }) => ({
      kind: 'law' as const,
      start,
      end,
      canonical: law.name,
      provision: { law: law.name },
      ...(law.identifier ? { identifier: law.identifier, link: linkOfLaw(law.identifier) } : {}),
    })),
  ];
}
