import type { MatrixResponse } from '@waarborg/shared/api';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useEffect, useRef } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { showView } from './show-view.ts';
import { countFilters, type MatrixView } from './view.ts';

/** What to do next where there is nothing to see; nothing at all where there is. */
export function EmptyState({ matrix, view }: { matrix: MatrixResponse; view: MatrixView }) {
  const messages = matrixMessages[language.value];
  if (matrix.totals.all.claims === 0 && countFilters(view.filters) > 0) return <NoMatch view={view} />;
  if (matrix.totals.all.claims === 0) {
    return (
      <section class="wb-empty">
        <h2>{messages.emptyTitle}</h2>
        <ol>
          <li>{messages.emptyConnect}</li>
          <li>{messages.emptyMark}</li>
          <li>{messages.emptyReturn}</li>
        </ol>
      </section>
    );
  }
  if (matrix.rows.length === 0 || matrix.columns.length === 0) {
    return <p class="wb-empty">{messages.noRows}</p>;
  }
  return null;
}

/** Filters that leave nothing; comes into view, since it takes the place of what one was looking at. */
function NoMatch({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const section = useRef<HTMLElement>(null);
  const { selection: _, ...rest } = view;
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="wb-empty" ref={section}>
      <h2>{messages.noMatchTitle}</h2>
      <p>{messages.noMatch}</p>
      <button
        type="button"
        class="utrecht-button utrecht-button--primary-action"
        onClick={() => showView({ ...rest, filters: {} })}
      >
        {messages.clearFilters}
      </button>
    </section>
  );
}
