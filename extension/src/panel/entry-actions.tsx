import type { Vocabulary } from '@waarborg/shared/ui';
import type { RefObject } from 'preact';
import { type OpenedDocument, requestPage } from '../messaging/index.ts';
import { copyCitation, linkTo } from './copy-passage.ts';
import type { SectionName } from './entry-section.tsx';
import { usePanel } from './panel-context.ts';
import { nameOf, type PassageInText } from './passages-in-order.ts';

interface EntryActionsProps {
  readonly passage: PassageInText;
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
  /** Only who marked a passage changes it. */
  readonly isOwn: boolean;
  readonly section: {
    readonly id: string;
    /** The section that is open. */
    readonly open: SectionName | undefined;
    /** Where the buttons stand that open one. */
    readonly openers: RefObject<HTMLParagraphElement | null>;
  };
  readonly onSection: (name: SectionName) => void;
  readonly onShow: () => void;
  readonly onRemove: (id: string) => void;
}

/** What can be done with a passage. */
export function EntryActions(props: EntryActionsProps) {
  const { section, onSection } = props;
  return (
    <p class="entry-actions" ref={section.openers}>
      {useActions(props).map(({ text, name, act, opens }) => (
        <button
          key={text}
          type="button"
          class="link"
          title={name.split(':')[0]}
          aria-label={name}
          aria-expanded={opens && section.open === opens}
          aria-controls={opens && section.open === opens ? section.id : undefined}
          onClick={opens ? () => onSection(opens) : act}
        >
          {text}
        </button>
      ))}
    </p>
  );
}

interface EntryAction {
  readonly text: string;
  /** Which passage it is about, for a screen reader. */
  readonly name: string;
  readonly act?: (() => void) | undefined;
  /** The section that it opens and closes. */
  readonly opens?: SectionName | undefined;
}

function useActions({
  passage,
  opened,
  vocabulary,
  isOwn,
  onShow,
  onRemove,
}: EntryActionsProps): EntryAction[] {
  const { messages, passageWords, announce, askPage } = usePanel();
  const { annotation, state } = passage;
  const quote = nameOf(passage);
  const isInText = state !== undefined && state !== 'orphan';
  const link = linkTo(annotation);
  const edit = () =>
    void askPage((tab) => requestPage(tab, 'edit-passage', { id: annotation.id }), messages.notInText);
  const copy = async (copying: Promise<void>, text: string) => {
    await copying.then(
      () => announce(text),
      () => announce(messages.copyFailed),
    );
  };
  return [
    isInText && { text: messages.show, name: messages.showInText(quote), act: onShow },
    state !== undefined && isOwn && { text: messages.edit, name: messages.editPassage(quote), act: edit },
    isInText && !isOwn && { text: messages.codeToo, name: messages.codeTooOf(quote), act: edit },
    {
      text: messages.copyCitation,
      name: messages.copyCitationOf(quote),
      act: () => void copy(copyCitation(annotation, opened, vocabulary), messages.citationCopied),
    },
    // A file on a computer has no address that leads there.
    link !== undefined && {
      text: messages.copyLink,
      name: messages.copyLinkOf(quote),
      act: () => void copy(navigator.clipboard.writeText(link), messages.linkCopied),
    },
    { text: passageWords.linkWith, name: passageWords.linkPassage(quote), opens: 'link' as const },
    isOwn &&
      (state === 'exact' || state === 'moved') && {
        text: passageWords.pieces,
        name: passageWords.piecesOf(quote),
        opens: 'pieces' as const,
      },
    { text: passageWords.history, name: passageWords.historyOf(quote), opens: 'history' as const },
    isOwn && {
      text: messages.remove,
      name: messages.removePassage(quote),
      act: () => onRemove(annotation.id),
    },
  ].filter((action) => action !== false);
}
