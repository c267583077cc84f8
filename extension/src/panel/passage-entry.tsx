import type { CodingLike, Vocabulary } from '@waarborg/shared/ui';
import { codingInWords, PassageCard } from '@waarborg/shared/ui';
import { type OpenedDocument, requestPage } from '../messaging/index.ts';
import { copyCitation, copyLink } from './copy-passage.ts';
import { usePanel } from './panel-context.ts';
import { PassageUpkeep } from './passage-upkeep.tsx';
import type { PassageInText } from './passages-in-order.ts';
import type { RowPlacement } from './virtual-list.tsx';

interface PassageEntryProps {
  readonly passage: PassageInText;
  readonly placement: RowPlacement;
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
  readonly onRemove: (id: string) => void;
}

/** One passage in the list. Pointer or focus on it shows it in the page. */
export function PassageEntry({ passage, placement, opened, vocabulary, onRemove }: PassageEntryProps) {
  const { tab, messages, announce } = usePanel();
  const { annotation, state } = passage;
  const isOwn = annotation.creator.id === opened.connection.user.id;
  const isInText = state !== undefined && state !== 'orphan';
  const emphasise = (id?: string) => {
    // The page may be gone by now; then there is nothing to emphasise.
    if (tab !== undefined && isInText) requestPage(tab, 'emphasise-passage', { id }).catch(() => undefined);
  };
  const show = async () => {
    if (tab === undefined || !isInText) return;
    const isShown = await requestPage(tab, 'show-passage', { id: annotation.id }).catch(() => false);
    if (!isShown) announce(messages.notInText);
  };
  const codings = annotation.codings.map((coding) => withSpeaker(coding, opened));
  const isRefused = annotation.sync === 'refused';
  return (
    // The whole entry can be clicked with the mouse; the keyboard has the button "show".
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <li
      {...placement}
      class="entry"
      data-clickable={isInText}
      onMouseEnter={() => emphasise(annotation.id)}
      onMouseLeave={() => emphasise()}
      onFocusIn={() => emphasise(annotation.id)}
      onFocusOut={() => emphasise()}
      onClick={(event) => {
        if (!(event.target as Element).closest('button, a, .comparison') && getSelection()?.isCollapsed)
          void show();
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
        {annotation.sync === 'waiting' && <p class="sync">{messages.waitingMark}</p>}
        {isRefused && <p class="sync failure">{messages.refusedMark(annotation.problem ?? '')}</p>}
        <EntryActions
          passage={passage}
          opened={opened}
          vocabulary={vocabulary}
          onRemove={onRemove}
          onShow={() => void show()}
          isOwn={isOwn}
        />
      </PassageCard>
    </li>
  );
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

interface EntryActionsProps extends Omit<PassageEntryProps, 'placement'> {
  readonly onShow: () => void;
  readonly isOwn: boolean;
}

/** How much of the quote names a button for a screen reader. */
const maxNameLength = 60;

function nameOf({ annotation }: PassageInText): string {
  return (annotation.ranges[0]?.exact ?? '').slice(0, maxNameLength);
}

function EntryActions({ passage, opened, vocabulary, onRemove, onShow, isOwn }: EntryActionsProps) {
  const { tab, messages, announce } = usePanel();
  const { annotation, state } = passage;
  const quote = nameOf(passage);
  const isInText = state !== undefined && state !== 'orphan';
  const edit = async () => {
    const isOpen =
      tab !== undefined && (await requestPage(tab, 'edit-passage', { id: annotation.id }).catch(() => false));
    if (!isOpen) announce(messages.notInText);
  };
  const copy = async (copying: Promise<void>, text: string) => {
    await copying.then(
      () => announce(text),
      () => announce(messages.copyFailed),
    );
  };
  const actions = [
    isInText && { text: messages.show, name: messages.showInText(quote), act: onShow },
    isInText && isOwn && { text: messages.edit, name: messages.editPassage(quote), act: () => void edit() },
    {
      text: messages.copyCitation,
      name: messages.copyCitationOf(quote),
      act: () => void copy(copyCitation(annotation, opened, vocabulary), messages.citationCopied),
    },
    {
      text: messages.copyLink,
      name: messages.copyLinkOf(quote),
      act: () => void copy(copyLink(annotation), messages.linkCopied),
    },
    isOwn && {
      text: messages.remove,
      name: messages.removePassage(quote),
      act: () => onRemove(annotation.id),
    },
  ].filter((action) => action !== false);
  return (
    <p class="entry-actions">
      {actions.map(({ text, name, act }) => (
        <button
          key={text}
          type="button"
          class="link"
          title={name.split(':')[0]}
          aria-label={name}
          onClick={act}
        >
          {text}
        </button>
      ))}
    </p>
  );
}
