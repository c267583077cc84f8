import type { Codebook, Concept } from '../codebook/index.ts';
import type { Language } from '../messages/index.ts';
import { compareText } from '../text/index.ts';
import type { Speaker } from './speaker.ts';

/** The names of a dossier in one language: what components need to say ids in words. */
export interface Vocabulary {
  readonly language: Language;
  /** By id; merged concepts and speakers are there under their old ids too. */
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly speakers: ReadonlyMap<string, Speaker>;
}

/** Follows merges, so that an old id has the name that stands for it now. */
function byId<T extends { id: string; mergedInto?: string | undefined }>(entries: readonly T[]) {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const current = (entry: T) => {
    let now = entry;
    for (const seen = new Set<string>(); now.mergedInto && !seen.has(now.id); ) {
      seen.add(now.id);
      now = own.get(now.mergedInto) ?? now;
    }
    return now;
  };
  return new Map(entries.map((entry) => [entry.id, current(entry)]));
}

/** The words of a dossier in a language; what was merged stands for what it was merged into. */
export function createVocabulary(
  codebook: Codebook,
  speakers: readonly Speaker[],
  language: Language,
): Vocabulary {
  return { language, concepts: byId(codebook.concepts), speakers: byId(speakers) };
}

/** Label of a concept; an id that the codebook does not know stands for itself. */
export function conceptLabel({ concepts, language }: Vocabulary, id: string): string {
  return concepts.get(id)?.label[language] ?? id;
}

/** Every id under which a concept may be named: its own, and those of what was merged into it. */
export function idsOfConcept({ concepts }: Vocabulary, id: string): string[] {
  const wanted = concepts.get(id);
  if (!wanted) return [id];
  return [...concepts].filter(([, concept]) => concept === wanted).map(([named]) => named);
}

/** Short label of a concept, for chips and narrow columns. */
export function conceptShortLabel({ concepts, language }: Vocabulary, id: string): string {
  return concepts.get(id)?.shortLabel[language] ?? id;
}

/** Name of a speaker; an id that the dossier does not know stands for itself. */
export function speakerName({ speakers }: Vocabulary, id: string): string {
  return speakers.get(id)?.name ?? id;
}

/** The speakers of a dossier by name, each once; a merged one is the speaker that stands for it. */
export function speakersByName({ speakers }: Vocabulary): Speaker[] {
  return [...new Set(speakers.values())].toSorted((a, b) => compareText(a.name, b.name));
}

/** A label as it stands inside a sentence: "Doorlooptijd" → "doorlooptijd", but "EU-recht" stays. */
export function inSentence(label: string): string {
  const [firstWord = ''] = label.split(/[\s-]/, 1);
  return /^\p{Lu}[^\p{Lu}\d]+$/u.test(firstWord) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
