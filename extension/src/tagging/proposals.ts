import type { Speaker } from '@waarborg/shared/dossier';
import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { findQuantities, findReferences, type Reference, type Speech } from '@waarborg/shared/references';
import { capitalise } from '@waarborg/shared/text';
import { type CodingForm, toQuantityForm } from './coding-form.ts';
import { findAttributions } from './find-attributions.ts';
import { findSpeaker, speakersNamedIn } from './propose-details.ts';

/** A part of a coding that the passage suggests: one click, or one key once the focus is on it, takes it over. */
export interface Proposal {
  readonly text: string;
  /** Where it comes from. */
  readonly explanation: string;
  readonly changes: Partial<CodingForm>;
}

/** Most proposals of one kind: more would hide what is chosen without them. */
const maxOfAKind = 2;

/** What proposals are made from. */
export interface ProposalSource {
  readonly passage: string;
  readonly speakers: readonly Speaker[];
  /** Speaker id or name of who speaks unless the passage quotes another: the document's issuer, or a member in a debate. */
  readonly usualSpeaker: string | undefined;
  readonly language: Language;
}

/** The speakers, articles and amounts that a passage names, for the coding that is being made. */
export function proposalsOf({ passage, speakers, usualSpeaker, language }: ProposalSource): Proposal[] {
  const words = taggingMessages[language];
  const cited = findReferences(passage);
  const quoted = quotedSpeakers({ passage, speakers, usualSpeaker }, cited).map(
    ({ speaker, name, reportedBy = usualSpeaker }) => ({
      text: name,
      explanation: words.proposedSpeaker(name),
      // Who quotes is through whom we know it.
      changes: { speaker, ...(reportedBy && { reportedBy }) },
    }),
  );
  const provisions = new Set(
    cited.filter(({ kind }) => kind === 'article').map(({ canonical }) => canonical),
  );
  const articles = [...provisions].map((provision) => ({
    text: provision,
    explanation: words.proposedProvision(provision),
    changes: { provision },
  }));
  const amounts = findQuantities(passage).map(({ start, end, quantity }) => ({
    text: passage.slice(start, end),
    explanation: words.proposedQuantity(passage.slice(start, end)),
    changes: { quantity: toQuantityForm(quantity) },
  }));
  const kinds: readonly (readonly Proposal[])[] = [quoted, articles, amounts];
  return kinds.flatMap((some) => some.slice(0, maxOfAKind));
}

/** Whom a passage quotes, by id or name. */
interface QuotedSpeaker {
  readonly speaker: string;
  readonly name: string;
  /** Who reports it, where that is not who usually speaks. */
  readonly reportedBy?: string;
}

/** Whom the passage names: first those to whom it attributes what it says, also bodies that the dossier does not know. */
function quotedSpeakers(
  { passage, speakers, usualSpeaker }: Omit<ProposalSource, 'language'>,
  cited: readonly Reference[],
): QuotedSpeaker[] {
  const attributed = findAttributions(passage, cited).map(({ name: text, reportedBy: reporter }) => {
    const known = findSpeaker(speakers, text);
    const reportedBy = reporter && (findSpeaker(speakers, reporter)?.id ?? reporter);
    return { speaker: known?.id ?? text, name: known?.name ?? text, ...(reportedBy && { reportedBy }) };
  });
  const named: QuotedSpeaker[] = speakersNamedIn(passage, speakers, usualSpeaker).map(({ id, name }) => ({
    speaker: id,
    name,
  }));
  const all = new Map<string, QuotedSpeaker>();
  for (const found of [...attributed, ...named]) {
    const isUsual = found.speaker === usualSpeaker || found.name === usualSpeaker;
    if (!isUsual && !all.has(found.speaker)) all.set(found.speaker, found);
  }
  return [...all.values()];
}

/** Whether a coding has what a proposal would give it. */
export function isTaken({ changes }: Proposal, form: CodingForm): boolean {
  return Object.entries(changes).every(
    ([part, value]) => JSON.stringify(form[part as keyof CodingForm]) === JSON.stringify(value),
  );
}

/** Who speaks in a debate as a speaker of the dossier: with party, as lawyers cite members. */
export function speakerOfSpeech({ speaker, party, office }: Speech): string {
  if (office === 'voorzitter') return 'Voorzitter';
  if (office) return `${capitalise(office)} ${speaker}`;
  return party ? `${speaker} (${party})` : speaker;
}
