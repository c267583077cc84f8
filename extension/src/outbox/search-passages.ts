import type { Concept } from '@waarborg/shared/codebook';
import type { Speaker } from '@waarborg/shared/dossier';
import { mergeResolver } from '@waarborg/shared/matrix';
import { foldText } from '@waarborg/shared/text';
import type { DossierPassage, FoundPassages } from '../messaging/index.ts';

/** What is looked for. */
export interface PassageSearch {
  /** As it was typed; nothing typed finds every passage. */
  readonly words: string;
  /** The passage for which another one is sought; it is not found itself. */
  readonly except: string;
  /** Document whose passages come first. */
  readonly document: string;
}

/** The words of a dossier by which its passages are known too. */
interface Names {
  readonly codebook: { readonly concepts: readonly Pick<Concept, 'id' | 'label' | 'mergedInto'>[] };
  readonly speakers: readonly Pick<Speaker, 'id' | 'name' | 'aliases' | 'mergedInto'>[];
}

/** Most passages that are given at once. */
export const mostFound = 30;

/**
 * The passages in which every word that was typed begins a word of the quote, of its note, of the name of who
 * speaks, of the title of the document or of a safeguard or impact. Those of the document under view come first, in
 * the order of its text; then the others, last changed first.
 */
export function searchPassages(
  passages: readonly DossierPassage[],
  search: PassageSearch,
  names: Names,
): FoundPassages {
  const wanted = wordsOf(search.words);
  const known = nameIndex(names);
  const found = passages
    .filter(({ id }) => id !== search.except)
    .filter((passage) => {
      if (wanted.length === 0) return true;
      const own = ` ${wordsOf(textOf(passage, known)).join(' ')}`;
      return wanted.every((word) => own.includes(` ${word}`));
    })
    .toSorted((one, other) => compare(one, other, search.document));
  return { passages: found.slice(0, mostFound), count: found.length };
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What things are called by id, one that was merged by its own names and those of what stands for it now. */
function namesById<T extends { readonly id: string; readonly mergedInto?: string | undefined }>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): [string, string][] {
  const own = new Map(things.map((thing) => [thing.id, namesOf(thing)]));
  const now = mergeResolver(things);
  return [...own].map(([id, names]) => {
    const current = now(id);
    return [id, [...names, ...(current === id ? [] : (own.get(current) ?? []))].join(' ')];
  });
}

/** Every name of a concept and a speaker, by id. */
function nameIndex({ codebook, speakers }: Names): ReadonlyMap<string, string> {
  return new Map([
    ...namesById(codebook.concepts, ({ label }) => Object.values(label)),
    ...namesById(speakers, ({ name, aliases }) => [name, ...aliases]),
  ]);
}

function textOf(
  { ranges, note, document, codings }: DossierPassage,
  names: ReadonlyMap<string, string>,
): string {
  const ids = codings.flatMap(({ safeguard, impact, speaker, reportedBy }) => [
    safeguard,
    impact,
    // A coding without a speaker is a claim of the issuer.
    speaker ?? document.issuer,
    reportedBy,
  ]);
  // A speaker that is not sent yet stands as it was typed.
  const named = ids.flatMap((id) => (id === undefined ? [] : (names.get(id) ?? id)));
  return [...ranges.map(({ exact }) => exact), note ?? '', document.title, ...named].join(' ');
}

function compare(one: DossierPassage, other: DossierPassage, document: string): number {
  const [isHere, isOtherHere] = [one.document.id === document, other.document.id === document];
  if (isHere !== isOtherHere) return isHere ? -1 : 1;
  const inText = isHere ? (one.ranges[0]?.start ?? 0) - (other.ranges[0]?.start ?? 0) : 0;
  return inText || other.modified.localeCompare(one.modified);
}
