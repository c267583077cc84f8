/**
 * Finds the terms of a codebook in the words of a text.
 *
 * A term is met by any form of its words (Dutch stems; past participles are told apart), by a compound that one of its words begins or ends where
 * the rest is a word of the text too (*asielbeslistermijn*), and, where it ends in `*`, by any ending. The words of
 * a term of several words follow each other. Abbreviations keep their capitals. What a word can be the beginning of
 * is found once for each word of the text's vocabulary, so that the whole is linear in the text.
 */
import { asCompound, type Word, wordsOf } from '../search/index.ts';
import { verbOfParticiple } from './participle.ts';

/** A concept with what passages about it usually say. */
export interface ConceptTerms {
  readonly id: string;
  /** `*` stands for any ending. */
  readonly terms: readonly string[];
}

/** Where a term stands in a text, in UTF-16 code units; `end` is the first offset after it. */
export interface TermHit {
  readonly concept: string;
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is met only by the past participle of its verb (*gehoord* of *horen*). */
  readonly isParticiple: boolean;
}

/** The concepts of some terms, each once. */
export function conceptsOf(hits: readonly TermHit[]): Set<string> {
  return new Set(hits.map(({ concept }) => concept));
}

/** One word of a term. */
interface TermWord {
  readonly stem: string;
  readonly folded: string;
  /** Written with capitals only: an abbreviation, which no ordinary word is. */
  readonly capitals: string | undefined;
  readonly isOpen: boolean;
}

interface Term {
  readonly concept: string;
  readonly term: string;
  readonly words: readonly [TermWord, ...TermWord[]];
}

/** A term that may begin at a word. */
interface TermStart extends Term {
  readonly isParticiple: boolean;
}

/** Shortest word that is sought inside compounds: shorter ones stand in words that have nothing to do with them. */
const minInCompound = 6;

/** Finds the terms of concepts in sentences. */
export class TermFinder {
  readonly #terms: readonly Term[];
  readonly #byWord = new Map<string, readonly TermStart[]>();
  readonly #vocabulary: ReadonlySet<string>;

  /** @param vocabulary stems that count as words of their own inside a compound: those of the text. */
  constructor(concepts: readonly ConceptTerms[], vocabulary: ReadonlySet<string>) {
    this.#terms = concepts.flatMap(({ id, terms }) => terms.flatMap((term) => toTerm(id, term)));
    this.#vocabulary = vocabulary;
  }

  /** Every term that stands in words of the text, in their order. */
  find(text: string, words: readonly Word[]): TermHit[] {
    const hits: TermHit[] = [];
    for (const [index, word] of words.entries()) {
      for (const { concept, term, words: parts, isParticiple } of this.#beginningWith(word, text)) {
        const last = words[index + parts.length - 1];
        const isWhole = parts.every((part, place) => {
          const next = words[index + place];
          return next !== undefined && (place === 0 || this.#meets(part, next, text));
        });
        if (isWhole && last) hits.push({ concept, term, start: word.start, end: last.end, isParticiple });
      }
    }
    return hits;
  }

  #beginningWith(word: Word, text: string): readonly TermStart[] {
    const written = text.slice(word.start, word.end);
    const known = this.#byWord.get(written);
    if (known) return known;
    const found = this.#terms.flatMap((term): TermStart[] => {
      if (this.#meets(term.words[0], word, text)) return [{ ...term, isParticiple: false }];
      return isParticipleOf(term, word) ? [{ ...term, isParticiple: true }] : [];
    });
    this.#byWord.set(written, found);
    return found;
  }

  #meets(part: TermWord, word: Word, text: string): boolean {
    if (part.capitals !== undefined) {
      const written = text.slice(word.start, word.end);
      return part.isOpen ? written.startsWith(part.capitals) : written === part.capitals;
    }
    if (part.isOpen ? word.folded.startsWith(part.folded) : word.stem === part.stem) return true;
    return this.#isCompoundOf(part, word);
  }

  #isCompoundOf({ stem, folded, isOpen }: TermWord, word: Word): boolean {
    if (folded.length < minInCompound || word.folded.length <= folded.length) return false;
    if (isOpen) {
      const at = word.folded.indexOf(folded, 1);
      return at > 0 && isVocabulary(this.#vocabulary, word.folded.slice(0, at));
    }
    const rests = asCompound(word.stem, { stem, folded })?.rests ?? [];
    return rests.some((rest) => this.#vocabulary.has(rest));
  }
}

/** Whether the beginning of a compound is a word by itself, with or without what binds it to the next one. */
function isVocabulary(vocabulary: ReadonlySet<string>, beginning: string): boolean {
  return ['', 's', 'e', 'en'].some(
    (link) => beginning.endsWith(link) && vocabulary.has(beginning.slice(0, beginning.length - link.length)),
  );
}

/** Whether a word is the past participle of the verb that is all of a term. */
function isParticipleOf({ words: [first, ...others] }: Term, word: Word): boolean {
  const verb = others.length > 0 || first.capitals ? undefined : verbOfParticiple(word.folded);
  if (verb === undefined) return false;
  return first.isOpen ? verb.startsWith(first.folded) : verb === first.stem;
}

function toTerm(concept: string, term: string): Term[] {
  const words = [...wordsOf(term)].map(({ stem, folded, start, end }): TermWord => {
    const written = term.slice(start, end);
    return {
      stem,
      folded,
      capitals: /^\p{Lu}{2,}$/u.test(written) ? written : undefined,
      isOpen: term[end] === '*',
    };
  });
  const [first, ...others] = words;
  return first ? [{ concept, term, words: [first, ...others] }] : [];
}
