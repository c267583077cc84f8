import { narrowsReading } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { withoutFold } from '../matrix-view/change-view.ts';
import { type MatrixView, viewSearch } from '../matrix-view/view.ts';
import type { StoryItem, StoryLine } from './story.ts';
import { useHeldHeight } from './use-held-height.ts';

/** The lines in the three things that one wants to know first. */
const columns = [
  { id: 'happens', lines: ['goes', 'notObserved', 'disputed'] },
  { id: 'opposition', lines: ['contested'] },
  { id: 'blindSpots', lines: ['notRead', 'nothingFound'] },
] as const;

/** What the matrix shows, in a few lines of which every name leads to its number. */
export function StoryPanel({
  lines,
  view,
  subject,
}: {
  lines: readonly StoryLine[];
  view: MatrixView;
  /** Names what it is about: as long as it is the same the panel keeps its height, whatever others change. */
  subject: string;
}) {
  const messages = matrixMessages[language.value];
  const overall = lines.find(({ id }) => id === 'overall');
  const panel = useHeldHeight(subject);
  if (lines.length === 0) return null;
  const titles = narrowsReading(view.filters) ? titledWithin : titled;
  return (
    <details class="wb-story" open ref={panel}>
      <summary>
        <h2>{messages.story}</h2>
      </summary>
      {/* Anew with each subject: its words stand elsewhere, and do not move there. */}
      {overall && (
        <p class="wb-story-overall" key={`overall ${subject}`}>
          {<StoryItems line={overall} view={view} />}
        </p>
      )}
      <div class="wb-story-columns" key={subject}>
        {columns.map(({ id, lines: wanted }) => {
          const own = wanted.flatMap((name) => lines.find((line) => line.id === name) ?? []);
          if (own.length === 0) return null;
          return (
            <section key={id} aria-labelledby={`story-${id}`}>
              <h3 id={`story-${id}`}>{messages[`story.${id}`]}</h3>
              {own.map((line) => (
                <p key={line.id} data-line={line.id}>
                  {line.id in titles && `${messages[titles[line.id as keyof typeof titles]]}: `}
                  <StoryItems line={line} view={view} />
                </p>
              ))}
            </section>
          );
        })}
      </div>
    </details>
  );
}

/** Lines that say what they are; the others follow from the head of their column. */
const titled = {
  notObserved: 'story.notObserved',
  disputed: 'story.disputed',
  notRead: 'story.notRead',
  nothingFound: 'story.nothingFound',
} as const;
/** The same where filters leave only a part of what was read. */
const titledWithin = {
  ...titled,
  notRead: 'story.notReadWithin',
  nothingFound: 'story.nothingFoundWithin',
} as const;

function StoryItems({ line: { items, shown }, view }: { line: StoryLine; view: MatrixView }) {
  const [isWhole, setWhole] = useState(false);
  const own = isWhole ? items : items.slice(0, shown);
  const others = items.length - own.length;
  return (
    <>
      {own.map((item, index) => (
        <StoryPart key={item.label} item={item} view={view} isLast={index === own.length - 1} />
      ))}
      {others > 0 && (
        <>
          {' '}
          <button type="button" class="wb-text-button" onClick={() => setWhole(true)}>
            {matrixMessages[language.value]['story.others'](others)}
          </button>
        </>
      )}
    </>
  );
}

function StoryPart({ item, view, isLast }: { item: StoryItem; view: MatrixView; isLast: boolean }) {
  return (
    <span class="wb-story-part">
      <a
        class="utrecht-link utrecht-link--html-a"
        href={viewSearch({ ...withoutFold(view), selection: item.leadsTo })}
      >
        {item.label}
      </a>
      {item.detail && <span class="wb-story-detail"> ({item.detail})</span>}
      {!isLast && <span class="wb-story-separator">, </span>}
    </span>
  );
}
