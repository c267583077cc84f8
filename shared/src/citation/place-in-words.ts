import { citationMessages } from '../messages/citation.ts';
import type { Language } from '../messages/index.ts';
import { type CitedPlace, joinNumbers, pagesInWords } from './cited-place.ts';
import { betweenMarks } from './quotation-marks.ts';

/**
 * What goes before the name of a law: `art. 39 lid 1 onder a`, several articles of which no paragraph is named as
 * `art. 39 en 42`, recitals as `overweging 12`, paragraphs of policy rules as `par. C2/6.2.8`. Undefined where none is
 * known.
 */
export function articlesInWords(place: CitedPlace, language: Language): string | undefined {
  const { sections = [] } = place;
  const articles = sections.flatMap((section) => ('article' in section ? [section] : []));
  const recitals = sections.flatMap((section) => ('recital' in section ? [section.recital] : []));
  const messages = citationMessages[language];
  const [first, ...others] = articles;
  if (!first) {
    return recitals.length > 0
      ? messages.recital(joinNumbers(recitals, language))
      : numberedParts(place, language);
  }
  const isOne = others.every(({ article }) => article === first.article);
  if (!isOne)
    return messages.article(
      joinNumbers([...new Set(articles.map(({ article }) => article))], language),
      '',
      '',
    );
  const paragraphs = [...new Set(articles.flatMap(({ paragraph }) => paragraph ?? []))];
  // Points of different paragraphs are no list.
  const points = paragraphs.length > 1 ? [] : articles.flatMap(({ point }) => point ?? []);
  // Two paragraphs of an article are named, as in `lid 1 en 2`.
  return messages.article(first.article, joinNumbers(paragraphs, language, 3), joinNumbers(points, language));
}

/** `par. 3.2 en 4`; undefined where a heading has no number. */
function numberedParts({ sections = [] }: CitedPlace, language: Language): string | undefined {
  const parts = sections.flatMap((section) => ('heading' in section ? [section] : []));
  const numbers = parts.flatMap(({ number }) => number ?? []);
  if (numbers.length === 0 || numbers.length < parts.length) return undefined;
  return citationMessages[language].part(joinNumbers(numbers, language));
}

/** `onder ‘Inleiding’ en ‘Slot’`; undefined where nothing stands under a heading. */
function headingsInWords({ sections = [] }: CitedPlace, language: Language): string | undefined {
  const headings = sections.flatMap((section) =>
    'heading' in section ? [betweenMarks(section.heading)] : [],
  );
  if (headings.length === 0) return undefined;
  return citationMessages[language].under(joinNumbers(headings, language));
}

/** `vraag 3`, `antwoord op vraag 3 en 4`; undefined where no question is known. */
function questionsInWords({ sections = [] }: CitedPlace, language: Language): string | undefined {
  const messages = citationMessages[language];
  const questions = sections.flatMap((section) => ('question' in section ? [section.question] : []));
  const answers = sections.flatMap((section) => ('answer' in section ? [section.answer] : []));
  const said = [
    ...(questions.length > 0 ? [messages.question(joinNumbers(questions, language))] : []),
    ...(answers.length > 0 ? [messages.answer(joinNumbers(answers, language))] : []),
  ];
  return said.length > 0 ? said.join(` ${messages.and} `) : undefined;
}

/**
 * Where a passage stands in a paper: its page, else the question or answer, the number of the part or, where that has
 * none, its heading, else the article: a paper was perhaps read as a law before its kind was corrected. Undefined where
 * nothing is known.
 */
export function placeInWords(place: CitedPlace, language: Language): string | undefined {
  return (
    pagesInWords(place, language) ??
    questionsInWords(place, language) ??
    numberedParts(place, language) ??
    headingsInWords(place, language) ??
    articlesInWords(place, language)
  );
}
