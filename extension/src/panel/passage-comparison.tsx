import { useEffect, useState } from 'preact/hooks';
import { type LocalAnnotation, requestPage } from '../messaging/index.ts';
import { useKeptInView } from './keep-in-view.ts';
import { usePanel } from './panel-context.ts';
import { WordVersions } from './word-versions.tsx';

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
  const place = useKeptInView<HTMLElement>();
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
    <section ref={place} id={id} class="comparison" aria-label={messages.comparison}>
      {pieces &&
        annotation.ranges.map(({ exact }, index) => (
          <WordVersions
            key={index}
            labels={[messages.wordsThen, messages.wordsNow]}
            then={exact}
            now={pieces[index] ?? undefined}
            nothing={messages.pieceLost}
          />
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
