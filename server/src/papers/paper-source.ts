import type { Annotation } from '@waarborg/shared/annotation';
import {
  betweenMarks,
  type CitedPlace,
  citedPlace,
  citePassage,
  dateInWords,
  withIssuer,
} from '@waarborg/shared/citation';
import {
  createVocabulary,
  documentsByAnyId,
  type SourceDocument,
  type Vocabulary,
} from '@waarborg/shared/dossier';
import type { DossierFrame } from '@waarborg/shared/matrix';
import { type Language, locales } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { onOneLine, wordsOfPieces } from '@waarborg/shared/text';
import { dutchDay } from './dutch-day.ts';

/** The words of a dossier's ids, for papers. */
export interface PaperSource {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** By id and by every id that they had. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
}

/** The words of a dossier in a language. */
export function createPaperSource(
  { codebook, speakers, documents }: Pick<DossierFrame, 'codebook' | 'speakers' | 'documents'>,
  language: Language,
): PaperSource {
  return {
    language,
    vocabulary: createVocabulary(codebook, speakers, language),
    documents: documentsByAnyId(documents),
  };
}

function cite(document: SourceDocument, place: CitedPlace, { vocabulary, language }: PaperSource): string {
  return citePassage(withIssuer(document, vocabulary.speakers), place, language);
}

/** A document as a whole, as it is cited. */
export function citeDocument(document: SourceDocument, source: PaperSource): string {
  return cite(document, {}, source);
}

/** A passage as it is cited; one that is gone from its document says so. */
export function citeAnnotation(
  annotation: Pick<Annotation, 'document' | 'source' | 'ranges' | 'gone'>,
  source: PaperSource,
): string {
  const document = source.documents.get(annotation.document);
  const citation = document ? cite(document, citedPlace(annotation), source) : annotation.source;
  if (!annotation.gone) return citation;
  const day = dateInWords(dutchDay(annotation.gone), source.language);
  return `${citation} ${paperMessages[source.language].goneSince(day)}`;
}

/** The words of a passage, verbatim save for white space: `… […] …` where it has several pieces. */
function quoteOf({ ranges }: Pick<Annotation, 'ranges'>): string {
  return onOneLine(wordsOfPieces(ranges));
}

/** The same between quotation marks: double ones around words that have single ones of their own. */
export function quotedWords(annotation: Pick<Annotation, 'ranges'>): string {
  return betweenMarks(quoteOf(annotation));
}

const conjunctions: Readonly<Record<Language, string>> = { nl: 'en', en: 'and' };

/** "‘A en B’": told apart by its marks. */
const isQuoted = (name: string) => /^[‘“].*[’”]$/su.test(name);

/** "A, B en C"; where a name itself has "en" in it, with a comma that tells them apart: "A, B en C, en D". */
export function joinNames(names: readonly string[], language: Language): string {
  const conjunction = conjunctions[language];
  const last = names.at(-1);
  // Of two names the last may have it: nothing comes after it with which it could go together.
  const unclear = names.length === 2 ? names.slice(0, 1) : names;
  const isUnclear = unclear.some((name) => name.includes(` ${conjunction} `) && !isQuoted(name));
  if (names.length > 1 && isUnclear) return `${names.slice(0, -1).join(', ')}, ${conjunction} ${last}`;
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}
