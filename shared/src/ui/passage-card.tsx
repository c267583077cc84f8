import type { ComponentChildren } from 'preact';
import { withoutFullStop } from '../citation/index.ts';
import { speakerName, type Vocabulary } from '../dossier/index.ts';
import { domainMessages } from '../messages/index.ts';
import { uiMessages } from '../messages/ui.ts';
import { CodingChips } from './coding-chips.tsx';
import { type CodingLike, speakerInWords } from './coding-words.ts';
import { dayInWords } from './dates.ts';
import { PassageQuote } from './passage-quote.tsx';

/** How a passage stands in the copy of the document that is open; `typed`: as somebody read it on a page without text. */
export type PassageState = 'exact' | 'moved' | 'changed' | 'typed' | 'orphan';

const stateMarks: Readonly<Record<PassageState, string>> = {
  exact: '✓',
  moved: '↷',
  changed: '≈',
  typed: '⌨',
  orphan: '∅',
};

/** What a card says of a passage. */
export interface PassageCardProps {
  readonly ranges: readonly { readonly exact: string }[];
  /** Stands in the place of the words alone: the words in their surroundings. */
  readonly quote?: ComponentChildren;
  readonly codings: readonly (CodingLike & { readonly id?: string | undefined })[];
  readonly vocabulary: Vocabulary;
  /** Who marked it; `'you'` for the reader. */
  readonly reviewer?: string | undefined;
  /** ISO 8601 instant. */
  readonly created?: string | undefined;
  /** How the passage is cited. */
  readonly citation?: string | undefined;
  /** Leads to its place in the source. */
  readonly sourceHref?: string | undefined;
  readonly note?: string | undefined;
  /** Only where a copy of the document is open. */
  readonly state?: PassageState | undefined;
  /** Leave out what the surroundings say already. */
  readonly hide?: readonly ('speaker' | 'status')[];
  /** Buttons of the place where the card stands. */
  readonly children?: ComponentChildren;
}

/** A passage: verbatim, what was coded, who says it, where it stands and who marked it. */
export function PassageCard(props: PassageCardProps) {
  const { ranges, quote, codings, vocabulary, note, state, hide = [], children } = props;
  const { language } = vocabulary;
  // Where several speak, each coding says whose it is.
  const hidden = speakersOf(codings, vocabulary).length > 1 ? hide : (['speaker', ...hide] as const);
  return (
    <article class="wb-passage">
      <div class="wb-passage-head">
        {quote ?? <PassageQuote ranges={ranges} language={language} />}
        {state && <PassageStateMark state={state} language={language} />}
      </div>
      {codings.length > 0 && <CodingChips codings={codings} vocabulary={vocabulary} hide={hidden} />}
      {note && <p class="wb-passage-note">{note}</p>}
      <PassageFoot {...props} />
      {children}
    </article>
  );
}

function PassageStateMark({ state, language }: { state: PassageState; language: Vocabulary['language'] }) {
  const word = domainMessages[language][`state.${state}`];
  return (
    <span class="wb-passage-state" data-state={state} title={uiMessages[language].passageState(word)}>
      <span aria-hidden="true">{stateMarks[state]}</span> {word}
    </span>
  );
}

/** Who speaks, each once. */
function speakersOf(codings: readonly CodingLike[], vocabulary: Vocabulary): string[] {
  return [...new Set(codings.map((coding) => speakerInWords(coding, vocabulary)))];
}

/** Through whom we know what the codings say, each once. */
function reporters(codings: readonly CodingLike[]): string[] {
  return [...new Set(codings.flatMap(({ reportedBy }) => reportedBy ?? []))];
}

function PassageFoot(props: PassageCardProps) {
  const { codings, vocabulary, reviewer, created, citation, sourceHref, hide } = props;
  const { language } = vocabulary;
  const messages = uiMessages[language];
  const all = speakersOf(codings, vocabulary);
  const told = all.length > 1 ? [] : all;
  const speakers = hide?.includes('speaker')
    ? reporters(codings).map((reporter) => messages.accordingTo(speakerName(vocabulary, reporter)))
    : told;
  const coder = reviewer === 'you' ? messages.you : reviewer;
  return (
    <p class="wb-passage-foot">
      {speakers.length > 0 && <span>{speakers.join(', ')}</span>}
      {citation && <cite>{withoutFullStop(citation)}</cite>}
      {coder && created && <span>{messages.codedBy(coder, dayInWords(created, language))}</span>}
      {sourceHref && (
        <a
          href={sourceHref}
          target="_blank"
          rel="noreferrer"
          aria-label={citation ? messages.openCitationInSource(citation) : messages.openInSource}
        >
          {messages.openInSource}
        </a>
      )}
    </p>
  );
}
