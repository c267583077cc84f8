import type { Vocabulary } from '@waarborg/shared/ui';
import { requestBackground, requestPage } from '../messaging/index.ts';
import { linkTo } from './copy-passage.ts';
import { usePanel } from './panel-context.ts';
import { PassageName } from './passage-name.tsx';
import { quoteName } from './quote-name.ts';
import { relationInWords } from './relation-in-words.ts';
import type { ShownTie } from './ties-of.ts';
import { WaitingMark } from './waiting-mark.tsx';

interface PassageTiesProps {
  readonly ties: readonly ShownTie[];
  readonly vocabulary: Vocabulary;
  /** Id of the document under view. */
  readonly own: string;
}

/** The passages with which a passage is linked, each with the way there. */
export function PassageTies({ ties, ...props }: PassageTiesProps) {
  const { passageWords } = usePanel();
  if (ties.length === 0) return null;
  return (
    <ul class="ties" aria-label={passageWords.ties}>
      {ties.map((tie) => (
        <Tie key={tie.id} tie={tie} {...props} />
      ))}
    </ul>
  );
}

function Tie({ tie, vocabulary, own }: Omit<PassageTiesProps, 'ties'> & { readonly tie: ShownTie }) {
  const { messages, passageWords, language, announce, settle } = usePanel();
  const { link, other } = tie;
  const relation = relationInWords(tie, language);
  const name = `${relation} ${quoteName(other.ranges[0]?.exact ?? '')}`;
  const remove = async () => {
    if (!(await settle(requestBackground('remove-link', { id: link.id })))) return;
    announce(passageWords.unlinked, async () => {
      const { id, from, to } = link;
      if (await settle(requestBackground('save-link', { id, from, to, kind: link.kind })))
        announce(passageWords.linkIsBack);
    });
  };
  return (
    <li>
      <strong class="relation">{relation}</strong>{' '}
      <PassageName passage={other} vocabulary={vocabulary} own={own} /> <WaitingMark sync={link.sync} />
      {link.sync === 'refused' && (
        <span class="sync failure"> {messages.refusedMark(link.problem ?? '')}</span>
      )}
      <span class="entry-actions">
        <WayTo tie={tie} own={own} name={name} />
        <button
          type="button"
          class="link"
          aria-label={passageWords.unlinkOf(name)}
          onClick={() => void remove()}
        >
          {passageWords.unlink}
        </button>
      </span>
    </li>
  );
}

/** To a passage of this document in the page, to another one in its own source. */
function WayTo({ tie: { other }, own, name }: { tie: ShownTie; own: string; name: string }) {
  const { messages, passageWords, askPage } = usePanel();
  const { id, document } = other;
  if (document.id !== own) {
    const link = linkTo(other);
    if (!link) return <span class="facts">{passageWords.onAComputer}</span>;
    return (
      <a href={link} target="_blank" rel="noreferrer" aria-label={passageWords.openPassageOf(name)}>
        {messages.openReference}
      </a>
    );
  }
  const show = () => void askPage((tab) => requestPage(tab, 'show-passage', { id }), messages.notInText);
  return (
    <button type="button" class="link" aria-label={messages.showInText(name)} onClick={show}>
      {messages.show}
    </button>
  );
}
