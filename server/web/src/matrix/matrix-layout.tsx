import type { MatrixResponse } from '@waarborg/shared/api';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useMemo } from 'preact/hooks';
import { CellPanel } from '../cell/cell-panel.tsx';
import { language } from '../frame/language.ts';
import { arrange, weightsOf } from './arrange.ts';
import { ArrangementNotice } from './arrangement-notice.tsx';
import { countInWords, strengthSteps } from './cell-words.ts';
import { largestDifference, mergeAxes, weighDifferences } from './compare.ts';
import { CompareLegend } from './compare-legend.tsx';
import { CompareTable } from './compare-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { Legend } from './legend.tsx';
import { MatrixTable } from './matrix-table.tsx';
import type { StoryLine } from './story.ts';
import { StoryPanel } from './story-panel.tsx';
import type { MatrixView } from './view.ts';

interface MatrixLayoutProps {
  readonly slug: string;
  readonly view: MatrixView;
  readonly matrix: MatrixResponse;
  /** The matrix of the second side where two are compared. */
  readonly second: MatrixResponse | undefined;
  readonly story: readonly StoryLine[];
  /** Newer numbers are on their way. */
  readonly isStale: boolean;
}

/** The table with what it shows in words above it, and beside it the open number or the legend. */
export function MatrixLayout(props: MatrixLayoutProps) {
  const { slug, view, matrix, second, story, isStale } = props;
  const messages = matrixMessages[language.value];
  const { table, notice, legend } = useTable(props);
  const claims = (one: MatrixResponse) => countInWords(one.totals.all, 'claims', language.value);
  const sum = second
    ? compareMessages[language.value].sum(claims(matrix), claims(second))
    : messages.updated(claims(matrix));
  return (
    <div class="wb-matrix-layout" data-open={view.selection !== undefined || undefined}>
      <div class="wb-sheet" aria-busy={isStale}>
        <StoryPanel lines={story} view={view} />
        <EmptyState matrices={second ? [matrix, second] : [matrix]} view={view} />
        {notice}
        {matrix.rows.length > 0 && (
          <div class="wb-matrix-scroll" id="matrix" tabIndex={-1}>
            {table}
          </div>
        )}
        {view.selection && legend}
        <p class={second ? 'wb-compare-sum' : 'wb-visually-hidden'} role="status">
          {isStale ? messages.loading : sum}
        </p>
      </div>
      {view.selection ? (
        <CellPanel
          slug={slug}
          view={view}
          matrix={view.side === 'b' && second ? second : matrix}
          selection={view.selection}
        />
      ) : (
        <aside class="wb-side">{legend}</aside>
      )}
    </div>
  );
}

/** The table of one matrix or of two, and what explains it. */
function useTable({ view, matrix, second }: MatrixLayoutProps) {
  const matrices = useMemo(() => second && { a: matrix, b: second }, [matrix, second]);
  const { count } = view;
  const arrangement = useMemo(
    () =>
      matrices
        ? arrange(mergeAxes(matrices), view, weighDifferences(matrices, count))
        : arrange(matrix, view, weightsOf(matrix, view)),
    [matrix, matrices, view],
  );
  const steps = useMemo(() => {
    const most = (sum: number, cell: MatrixResponse['cells'][number]) => Math.max(sum, cell[count]);
    return strengthSteps(matrices ? largestDifference(matrices, count) : matrix.cells.reduce(most, 0));
  }, [matrix, matrices, count]);
  const shared = { view, arrangement, steps };
  const notice = <ArrangementNotice matrix={matrix} view={view} arrangement={arrangement} />;
  if (matrices) {
    return {
      table: <CompareTable matrices={matrices} {...shared} />,
      notice,
      legend: <CompareLegend matrices={matrices} steps={steps} />,
    };
  }
  return {
    table: <MatrixTable matrix={matrix} {...shared} />,
    notice,
    legend: <Legend matrix={matrix} view={view} steps={steps} />,
  };
}
