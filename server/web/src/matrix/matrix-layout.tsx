import type { MatrixResponse } from '@waarborg/shared/api';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useMemo, useRef } from 'preact/hooks';
import { CellPanel } from '../cell/cell-panel.tsx';
import { language } from '../language/language.ts';
import type { LiveState } from '../live/use-live-dossier.ts';
import { arrange, weightsOf } from '../matrix-view/arrange.ts';
import { countInWords, strengthSteps } from '../matrix-view/cell-words.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { ArrangementNotice } from './arrangement-notice.tsx';
import { largestDifference, mergeAxes, weighDifferences } from './compare.ts';
import { CompareLegend } from './compare-legend.tsx';
import { CompareTable } from './compare-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { Legend } from './legend.tsx';
import { LiveNotice } from './live-notice.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { StoryPanel } from './story-panel.tsx';
import { useHeldArrangement } from './use-held-arrangement.ts';
import { useLiveChanges } from './use-live-changes.ts';
import type { Story } from './use-story.ts';

/** A matrix that can be shown, and the path from which it came: what its numbers are of. */
export interface ShownMatrix {
  readonly matrix: MatrixResponse;
  readonly path: string;
}

interface MatrixLayoutProps {
  readonly slug: string;
  readonly view: MatrixView;
  readonly first: ShownMatrix;
  /** The second side where two are compared. */
  readonly second: ShownMatrix | undefined;
  readonly story: Story;
  /** Whether the matrices are those of the view, and not of an earlier one while those are on their way. */
  readonly isCurrent: boolean;
  /** Newer numbers are on their way. */
  readonly isStale: boolean;
  readonly live: LiveState;
}

/** The table with what it shows in words above it, and beside it the open number or the legend. */
export function MatrixLayout(props: MatrixLayoutProps) {
  const { slug, view, first, second, story, isStale, live } = props;
  const messages = matrixMessages[language.value];
  const { table, notice, legend, changes, isHeld, release } = useTable(props);
  const claims = ({ matrix }: ShownMatrix) => countInWords(matrix.totals.all, 'claims', language.value);
  const sum = second
    ? compareMessages[language.value].sum(claims(first), claims(second))
    : messages.updated(claims(first));
  return (
    <div class="wb-matrix-layout" data-open={view.selection !== undefined || undefined}>
      <div class="wb-sheet" aria-busy={isStale}>
        <StoryPanel lines={story.lines} view={view} subject={story.subject} />
        <EmptyState
          slug={slug}
          matrices={[first, ...(second ? [second] : [])].map(({ matrix }) => matrix)}
          view={view}
        />
        {notice}
        {first.matrix.rows.length > 0 && (
          <div class="wb-matrix-scroll" id="matrix" tabIndex={-1}>
            {table}
          </div>
        )}
        {view.selection && legend}
        <p class={second ? 'wb-compare-sum' : 'wb-visually-hidden'} role="status">
          {isStale ? messages.loading : sum}
        </p>
        <LiveNotice slug={slug} live={live} changes={changes} isHeld={isHeld} onRearrange={release} />
      </div>
      {view.selection ? (
        <CellPanel
          slug={slug}
          view={view}
          matrix={view.side === 'b' && second ? second.matrix : first.matrix}
          selection={view.selection}
        />
      ) : (
        <aside class="wb-side">{legend}</aside>
      )}
    </div>
  );
}

/** The table of one matrix or of two, what explains it, and what others changed in it meanwhile. */
function useTable({ slug, view: asked, isCurrent, first, second }: MatrixLayoutProps) {
  // Until its numbers are here nothing is drawn for the new view: it would be drawn twice, and what is seen leads to
  // the passages of what is seen.
  const settled = useRef(asked);
  if (isCurrent) settled.current = asked;
  const view = settled.current;
  const [a, b] = [first.matrix, second?.matrix];
  const matrices = useMemo(() => b && { a, b }, [a, b]);
  const { count, rowOrder, columnOrder, hide } = view;
  const next = useMemo(
    () =>
      matrices
        ? arrange(mergeAxes(matrices), view, weighDifferences(matrices, count))
        : arrange(a, view, weightsOf(a, view)),
    [a, matrices, view],
  );
  const steps = useMemo(() => {
    const most = (sum: number, cell: MatrixResponse['cells'][number]) => Math.max(sum, cell[count]);
    return strengthSteps(matrices ? largestDifference(matrices, count) : a.cells.reduce(most, 0));
  }, [a, matrices, count]);
  const numbers = JSON.stringify([language.value, first.path, second?.path]);
  const changes = useLiveChanges(first.matrix, numbers);
  const changesOfSecond = useLiveChanges(b ?? a, numbers);
  const [arrangement, release] = useHeldArrangement(
    next,
    JSON.stringify([numbers, count, rowOrder, columnOrder, hide]),
  );
  const spoken = language.value;
  // Thousands of elements: drawn anew only when something of it is new.
  const table = useMemo(() => {
    const shared = { view, arrangement, steps, key: spoken };
    if (!matrices) return <MatrixTable {...shared} matrix={a} marked={changes.marked} />;
    const marked = { a: changes.marked, b: changesOfSecond.marked };
    return <CompareTable {...shared} matrices={matrices} marked={marked} />;
  }, [a, matrices, view, arrangement, steps, changes.marked, changesOfSecond.marked, spoken]);
  const { filters } = asked;
  const legend = useMemo(() => {
    if (matrices) return <CompareLegend slug={slug} matrices={matrices} steps={steps} />;
    // What a filter adds to it comes with the choice: with the numbers it would move what stands below.
    const explained = { ...view, filters };
    return (
      <Legend key={`${view.rows} ${view.columns}`} slug={slug} matrix={a} view={explained} steps={steps} />
    );
  }, [slug, a, matrices, view, filters, steps, spoken]);
  return {
    ...{ table, legend },
    notice: <ArrangementNotice matrix={a} second={b} view={view} arrangement={arrangement} />,
    changes: changes.last ? changes : changesOfSecond,
    isHeld: arrangement.isHeld,
    release,
  };
}
