import { type ComparedWords, compareWords } from './compare-words.ts';
import { usePanel } from './panel-context.ts';

interface WordVersionsProps {
  /** What the earlier version is called, and the later one. */
  readonly labels: readonly [then: string, now: string];
  /** Absent where there was nothing. */
  readonly then: string | undefined;
  /** Absent where there is nothing any more. */
  readonly now: string | undefined;
  /** Stands for a version that is absent. */
  readonly nothing: string;
}

/** Two versions of some words beside each other, with what differs. */
export function WordVersions({ labels, then, now, nothing }: WordVersionsProps) {
  const comparison = compareWords(then ?? '', now ?? '');
  return (
    <dl class="versions">
      <div>
        <dt>{labels[0]}</dt>
        <dd>{then === undefined ? nothing : <Words words={comparison.before} mark="del" />}</dd>
      </div>
      <div>
        <dt>{labels[1]}</dt>
        <dd>{now === undefined ? nothing : <Words words={comparison.after} mark="ins" />}</dd>
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
