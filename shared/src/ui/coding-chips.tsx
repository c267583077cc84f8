import type { Vocabulary } from '../dossier/index.ts';
import { stanceMarks } from '../matrix/index.ts';
import { uiMessages } from '../messages/ui.ts';
import { type CodingLike, codingInWords } from './coding-words.ts';

interface CodingChipsProps {
  readonly codings: readonly (CodingLike & { readonly id?: string | undefined })[];
  readonly vocabulary: Vocabulary;
  /** Leave out what the surroundings say already. */
  readonly hide?: readonly ('speaker' | 'status')[];
}

/** The codings of one passage, a line each: "Voornemen afgeschaft", "▼ de waarborg schaadt doorlooptijd", basis, status. */
export function CodingChips({ codings, vocabulary, hide = [] }: CodingChipsProps) {
  return (
    <ul class="wb-codings" aria-label={uiMessages[vocabulary.language].codings}>
      {codings.map((coding, index) => (
        <CodingLine key={coding.id ?? index} coding={coding} vocabulary={vocabulary} hide={hide} />
      ))}
    </ul>
  );
}

function CodingLine({
  coding,
  vocabulary,
  hide,
}: {
  coding: CodingLike;
  vocabulary: Vocabulary;
  hide: NonNullable<CodingChipsProps['hide']>;
}) {
  const messages = uiMessages[vocabulary.language];
  const words = codingInWords(coding, vocabulary);
  const details = [words.stage, words.provision, words.quantity].filter((detail) => detail !== undefined);
  return (
    <li class="wb-coding">
      <span class="wb-chip">{words.subject}</span>
      {words.effect && (
        <span
          class="wb-chip"
          data-kind="effect"
          data-stance={words.stance}
          title={words.stance === 'none' ? messages.noStance : undefined}
        >
          <span aria-hidden="true">{stanceMarks[words.stance]}</span> {words.effect}
        </span>
      )}
      <span class="wb-chip" data-kind="basis" title={messages.basisIs(words.basis)}>
        {words.basis}
      </span>
      {details.map((detail) => (
        <span key={detail} class="wb-chip" data-kind="detail">
          {detail}
        </span>
      ))}
      {!hide.includes('speaker') && (
        <span class="wb-chip" data-kind="detail">
          {words.speaker}
        </span>
      )}
      {!hide.includes('status') && coding.status && (
        <span
          class="wb-chip"
          data-kind="status"
          data-status={coding.status}
          title={coding.reason ? messages.sentBackBecause(coding.reason) : messages.statusIs(words.status)}
        >
          {words.status}
        </span>
      )}
    </li>
  );
}
