import type { MatrixResponse } from '@waarborg/shared/api';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useEffect, useRef } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { withoutComparison, withoutSelection } from './change-view.ts';
import { showView } from './show-view.ts';
import { countFilters, type MatrixView } from './view.ts';

/** What to do next where there is nothing to see; nothing at all where there is. */
export function EmptyState({ matrices, view }: { matrices: readonly MatrixResponse[]; view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const isEmpty = matrices.every(({ totals }) => totals.all.claims === 0);
  const isFiltered = countFilters(view.filters) + countFilters(view.compare ?? {}) > 0;
  if (isEmpty && isFiltered) return <NoMatch view={view} />;
  if (isEmpty) {
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
  if (matrices.every(({ rows, columns }) => rows.length === 0 || columns.length === 0)) {
    return <p class="wb-empty">{messages.noRows}</p>;
  }
  return null;
}

/** Filters that leave nothing; comes into view, since it takes the place of what one was looking at. */
function NoMatch({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="wb-empty" ref={section}>
      <h2>{messages.noMatchTitle}</h2>
      <p>{messages.noMatch}</p>
      <button
        type="button"
        class="utrecht-button utrecht-button--primary-action"
        onClick={() => showView({ ...withoutSelection(withoutComparison(view)), filters: {} })}
      >
        {messages.clearFilters}
      </button>
    </section>
  );
}
