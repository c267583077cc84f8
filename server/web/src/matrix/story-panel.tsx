import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { Fragment } from 'preact';
import { language } from '../frame/language.ts';
import type { StoryItem, StoryLine } from './story.ts';
import { type MatrixView, viewSearch } from './view.ts';

/** What the matrix shows, in a few lines of which every name leads to its number. */
export function StoryPanel({ lines, view }: { lines: readonly StoryLine[]; view: MatrixView }) {
  const messages = matrixMessages[language.value];
  if (lines.length === 0) return null;
  return (
    <details class="wb-story" open>
      <summary>
        <h2>{messages.story}</h2>
      </summary>
      <dl>
        {lines.map(({ id, items, others }) => (
          <div key={id} data-line={id}>
            <dt>{messages[`story.${id}`]}</dt>
            <dd>
              {items.map((item, index) => (
                <Fragment key={item.label}>
                  {index > 0 && <span class="wb-story-separator">{id === 'contested' ? ' ' : ', '}</span>}
                  <StoryPart item={item} view={view} />
                </Fragment>
              ))}
              {others > 0 && ` ${messages['story.others'](others)}`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function StoryPart({ item, view }: { item: StoryItem; view: MatrixView }) {
  return (
    <span class="wb-story-part">
      <a class="utrecht-link utrecht-link--html-a" href={viewSearch({ ...view, selection: item.leadsTo })}>
        {item.label}
      </a>
      {item.detail && <span class="wb-story-detail"> ({item.detail})</span>}
    </span>
  );
}
