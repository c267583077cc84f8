import { useEffect, useState } from 'preact/hooks';
import { type LocalAnnotation, requestPage } from '../messaging/index.ts';
import { type ComparedWords, compareWords } from './compare-words.ts';
import { usePanel } from './panel-context.ts';

interface PassageComparisonProps {
  readonly id: string;
  readonly annotation: LocalAnnotation;
  /** Absent where the reviewer may not change the passage. */
  readonly onAccept: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** The words as they were coded and the words that stand there now. */
export function PassageComparison({ id, annotation, onAccept, onLeave }: PassageComparisonProps) {
  const { messages, tab } = usePanel();
  const [pieces, setPieces] = useState<readonly (string | null)[]>();
  useEffect(() => {
    if (tab === undefined) return undefined;
    let isCurrent = true;
    const asking = requestPage(tab, 'compare-passage', { id: annotation.id }).catch(() => undefined);
    void asking.then((outcome) => {
      if (isCurrent && outcome?.ok) setPieces(outcome.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [tab, annotation]);
  return (
    <section id={id} class="comparison" aria-label={messages.comparison}>
      {pieces &&
        annotation.ranges.map(({ exact }, index) => (
          <Versions key={index} then={exact} now={pieces[index] ?? null} />
        ))}
      <p class="actions">
        {onAccept && pieces && (
          <button type="button" onClick={onAccept}>
            {messages.accept}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          {onAccept ? messages.leave : messages.close}
        </button>
      </p>
    </section>
  );
}

function Versions({ then, now }: { readonly then: string; readonly now: string | null }) {
  const { messages } = usePanel();
  const comparison = compareWords(then, now ?? '');
  return (
    <dl class="versions">
      <div>
        <dt>{messages.wordsThen}</dt>
        <dd>
          <Words words={comparison.before} mark="del" />
        </dd>
      </div>
      <div>
        <dt>{messages.wordsNow}</dt>
        <dd>{now === null ? messages.pieceLost : <Words words={comparison.after} mark="ins" />}</dd>
      </div>
    </dl>
  );
}

/** What the other version does not have is marked by sign, line and colour, and in words for a screen reader. */
function Words({
  words,
  mark: Mark,
}: {
  readonly words: readonly ComparedWords[];
  readonly mark: 'del' | 'ins';
}) {
  const { messages } = usePanel();
  return (
    <>
      {words.map(({ text, isChanged }, index) =>
        isChanged ? (
          <Mark key={index}>
            <span class="sign" aria-hidden="true">
              {Mark === 'del' ? '−' : '+'}
            </span>
            <span class="wb-visually-hidden">
              {Mark === 'del' ? messages.wasRemoved : messages.wasAdded}{' '}
            </span>
            {text}
          </Mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
