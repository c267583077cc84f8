import type { Annotation } from '@waarborg/shared/annotation';
import {
  type CitedPlace,
  citedPlace,
  citePassage,
  citePassageAgain,
  dateInWords,
  withIssuer,
  withoutFullStop,
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
import type { Citation, NotePart } from './paper.ts';

/** The words of a dossier's ids, for papers. */
export interface PaperSource {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** By id and by every id that they had. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Short citations that several documents have: they name none of them. */
  readonly shared: ReadonlySet<string>;
}

/** The words of a dossier in a language. */
export function createPaperSource(
  { codebook, speakers, documents }: Pick<DossierFrame, 'codebook' | 'speakers' | 'documents'>,
  language: Language,
): PaperSource {
  const vocabulary = createVocabulary(codebook, speakers, language);
  const byCitation = Map.groupBy(documents, (document) =>
    citePassageAgain(withIssuer(document, vocabulary.speakers), {}, language),
  );
  return {
    language,
    vocabulary,
    documents: documentsByAnyId(documents),
    shared: new Set([...byCitation].flatMap(([citation, own]) => (own.length > 1 ? [citation] : []))),
  };
}

function cite(document: SourceDocument, place: CitedPlace, { vocabulary, language }: PaperSource): string {
  return citePassage(withIssuer(document, vocabulary.speakers), place, language);
}

/** A document as a whole, as it is cited. */
export function citeDocument(document: SourceDocument, source: PaperSource): string {
  return cite(document, {}, source);
}

/** A document or a passage of it as it is cited again; in full where that would be said of another one too. */
function citeAgain(document: SourceDocument, place: CitedPlace, source: PaperSource): string {
  const cited = withIssuer(document, source.vocabulary.speakers);
  const isShared = source.shared.has(citePassageAgain(cited, {}, source.language));
  return (isShared ? citePassage : citePassageAgain)(cited, place, source.language);
}

/** A passage as it is cited; one that is gone from its document says so. */
export function citeAnnotation(
  annotation: Pick<Annotation, 'document' | 'source' | 'ranges' | 'gone'>,
  source: PaperSource,
): Citation {
  const document = source.documents.get(annotation.document);
  const place = citedPlace(annotation);
  const full = document ? cite(document, place, source) : annotation.source;
  const citation = {
    document: document?.id ?? annotation.source,
    ...{ full, again: document ? citeAgain(document, place, source) : full },
  };
  if (!annotation.gone) return citation;
  const day = dateInWords(dutchDay(annotation.gone), source.language);
  const gone = paperMessages[source.language].goneSince(day);
  return { ...citation, full: `${full} ${gone}`, again: `${citation.again} ${gone}` };
}

/** Citations to stand in a row, each once: without the full stops that close them, and with semicolons between. */
export function citationsInRow(citations: readonly Citation[]): NotePart[] {
  const once = new Map(citations.map((one) => [withoutFullStop(one.full), one]));
  return [...once].flatMap(([full, one], place) => [
    ...(place === 0 ? [] : ['; ']),
    { ...one, full, again: withoutFullStop(one.again) },
  ]);
}

/** The words of a passage, verbatim save for white space: `… […] …` where it has several pieces. */
function quoteOf({ ranges }: Pick<Annotation, 'ranges'>): string {
  return onOneLine(wordsOfPieces(ranges));
}

/** A single quotation mark that is no apostrophe within a word. */
const innerMark = /[‘‚]|(?<!\p{L})['’](?!s\b|t\b|n\b)/u;

/** The same between quotation marks: double ones around words that have single ones of their own. */
export function quotedWords(annotation: Pick<Annotation, 'ranges'>): string {
  const words = quoteOf(annotation);
  return innerMark.test(words) ? `“${words}”` : `‘${words}’`;
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
