import type { CodingLike, Vocabulary } from '@waarborg/shared/ui';
import { codingInWords, PassageCard } from '@waarborg/shared/ui';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type OpenedDocument, requestPage } from '../messaging/index.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntrySection, type SectionName } from './entry-section.tsx';
import { focusEntryBeside } from './focus-in-panel.ts';
import { usePanel } from './panel-context.ts';
import { PassageTies } from './passage-ties.tsx';
import { PassageUpkeep } from './passage-upkeep.tsx';
import { nameOf, type PassageInText } from './passages-in-order.ts';
import type { ShownTie } from './ties-of.ts';
import type { RowPlacement } from './virtual-list.tsx';
import { WaitingMark } from './waiting-mark.tsx';

interface PassageEntryProps {
  readonly passage: PassageInText;
  readonly placement: RowPlacement;
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
  /** Its links with other passages. */
  readonly ties: readonly ShownTie[];
  readonly onRemove: (id: string) => void;
  /** Gives the entry the focus and is told so; absent where it is not for it. */
  readonly onFocused: (() => void) | undefined;
}

/** One passage in the list. Pointer or focus on it shows it in the page. */
export function PassageEntry(props: PassageEntryProps) {
  const { passage, placement, opened, vocabulary, ties, onRemove, onFocused } = props;
  const { tab, messages, askPage } = usePanel();
  const { annotation, state } = passage;
  const isOwn = annotation.creator.id === opened.connection.user.id;
  const isInText = state !== undefined && state !== 'orphan';
  const emphasise = (id?: string) => {
    // The page may be gone by now; then there is nothing to emphasise.
    if (tab !== undefined && isInText) requestPage(tab, 'emphasise-passage', { id }).catch(() => undefined);
  };
  const show = () => {
    if (isInText)
      void askPage((shown) => requestPage(shown, 'show-passage', { id: annotation.id }), messages.notInText);
  };
  const codings = annotation.codings.map((coding) => withSpeaker(coding, opened));
  const isRefused = annotation.sync === 'refused';
  const [section, setSection] = useState<SectionName>();
  const sectionId = useId();
  const openers = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (!onFocused) return;
    openers.current?.querySelector('button')?.focus();
    onFocused();
  }, [onFocused]);
  const closeSection = () => {
    openers.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setSection(undefined);
  };
  return (
    // The whole entry can be clicked with the mouse; the keyboard has the button "show".
    <li
      {...placement}
      class="entry"
      data-clickable={isInText}
      onMouseEnter={() => emphasise(annotation.id)}
      onMouseLeave={() => emphasise()}
      onFocusIn={() => emphasise(annotation.id)}
      onFocusOut={() => emphasise()}
      onKeyDown={stepOnArrow}
      onClick={(event) => {
        if (
          !(event.target as Element).closest('button, a, .comparison, .entry-section') &&
          getSelection()?.isCollapsed
        )
          show();
      }}
    >
      <PassageCard
        ranges={annotation.ranges}
        codings={codings}
        vocabulary={vocabulary}
        reviewer={isOwn ? 'you' : annotation.creator.name}
        created={annotation.modified}
        note={annotation.note}
        state={state}
      >
        <SentBack codings={codings} vocabulary={vocabulary} />
        <PassageUpkeep passage={passage} quote={nameOf(passage)} isOwn={isOwn} />
        <WaitingMark sync={annotation.sync} />
        {isRefused && (
          <p class="sync failure">
            {annotation.isConflict ? messages.conflictMark : messages.refusedMark(annotation.problem ?? '')}
          </p>
        )}
        <PassageTies ties={ties} vocabulary={vocabulary} own={opened.document.id} />
        <EntryActions
          passage={passage}
          opened={opened}
          vocabulary={vocabulary}
          isOwn={isOwn}
          section={{ id: sectionId, open: section, openers }}
          onSection={(wanted) => setSection(wanted === section ? undefined : wanted)}
          onShow={show}
          onRemove={onRemove}
        />
        {section && (
          <EntrySection
            id={sectionId}
            name={section}
            passage={passage}
            opened={opened}
            vocabulary={vocabulary}
            onClose={closeSection}
          />
        )}
      </PassageCard>
    </li>
  );
}

/** The arrows go from one passage to the next; in what is opened below it they keep their own meaning. */
function stepOnArrow(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  const isOwn = !(event.target as Element).closest('.entry-section, .comparison');
  if (by && isOwn && focusEntryBeside(event.currentTarget, by)) event.preventDefault();
}

/** A coding without a speaker is a claim of the document's issuer. */
function withSpeaker(
  coding: OpenedDocument['annotations'][number]['codings'][number],
  { document }: OpenedDocument,
): CodingLike & { id?: string | undefined } {
  return { ...coding, speaker: coding.speaker ?? document.issuer ?? '–' };
}

/** Why curators sent codings back, where it can be read at once. */
function SentBack({
  codings,
  vocabulary,
}: {
  codings: readonly (CodingLike & { id?: string | undefined })[];
  vocabulary: Vocabulary;
}) {
  const { messages } = usePanel();
  const sentBack = codings.filter(({ status }) => status === 'rejected');
  return sentBack.map((coding) => (
    <p key={coding.id} class="sent-back">
      {messages.sentBack(codingInWords(coding, vocabulary).subject, coding.reason ?? '')}
    </p>
  ));
}
