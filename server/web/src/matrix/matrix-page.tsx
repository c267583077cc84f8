import { type MatrixResponse, matrixResponseSchema } from '@waarborg/shared/api';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useMemo } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { CellPanel } from '../cell/cell-panel.tsx';
import { isOffline } from '../frame/edition.ts';
import { language } from '../frame/language.ts';
import { PageFrame } from '../frame/page-frame.tsx';
import { LoadingNotice, ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { BriefingButton } from '../papers/briefing-button.tsx';
import { address } from '../routing/navigation.ts';
import { arrange, weightsOf } from './arrange.ts';
import { ArrangementNotice } from './arrangement-notice.tsx';
import { countInWords, strengthSteps } from './cell-words.ts';
import { Controls } from './controls.tsx';
import { EmptyState } from './empty-state.tsx';
import { Legend } from './legend.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { type StoryLine, tellStory } from './story.ts';
import { StoryPanel } from './story-panel.tsx';
import { isTold, useMatrix } from './use-matrix.ts';
import { type MatrixView, matrixPath, parseView } from './view.ts';

/** The matrix of a dossier, with the open cell beside it. */
export function MatrixPage({ slug }: { slug: string }) {
  const { search } = address.value;
  const view = useMemo(() => parseView(search), [search]);
  const dossier = useDossier(slug);
  const matrix = useMatrix(slug, view);
  const story = useStory(slug, view, matrix.whole);
  const messages = matrixMessages[language.value];

  if (dossier.failure && !dossier.data) {
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  }
  if (matrix.failure?.code === 'unauthenticated') {
    return <ProblemPage failure={matrix.failure} onRetry={matrix.reload} />;
  }
  // An answer for other axes would put the open cell and the labels of this view beside the wrong numbers.
  const shown = matrix.dataPath && axesOf(matrix.dataPath) === axesOf(matrix.path) ? matrix.data : undefined;
  return (
    <PageFrame
      title={messages.matrix}
      dossier={dossier.data}
      current="matrix"
      isWide
      skipTo={{ id: 'matrix', label: messages.skipToMatrix }}
    >
      <h1 class="wb-visually-hidden">
        {messages.matrixOf(messages[`axis.${view.rows}`], messages[`axis.${view.columns}`])}
      </h1>
      <Controls slug={slug} view={view} matrix={shown} />
      {!isOffline && <BriefingButton slug={slug} filters={view.filters} />}
      {matrix.failure && <ProblemNotice failure={matrix.failure} onRetry={matrix.reload} />}
      {shown && story ? (
        <MatrixLayout slug={slug} view={view} matrix={shown} story={story} isStale={matrix.isLoading} />
      ) : (
        !matrix.failure && <LoadingNotice>{messages.loading}</LoadingNotice>
      )}
    </PageFrame>
  );
}

function axesOf(path: string): string {
  const parameters = new URLSearchParams(path.slice(path.indexOf('?')));
  return `${parameters.get('rows')} ${parameters.get('columns')}`;
}

/**
 * The story of the matrix; no lines on other axes than safeguards and impacts, and undefined while
 * a part of it is on its way, since a page that grows moves what one wants to click.
 */
function useStory(
  slug: string,
  view: MatrixView,
  matrix: MatrixResponse | undefined,
): readonly StoryLine[] | undefined {
  const isWanted = isTold(view);
  const { rows, filters } = view;
  const path = isWanted ? matrixPath(slug, { rows, columns: 'measure', filters }) : undefined;
  const measures = useResource(path, matrixResponseSchema);
  const spoken = language.value;
  const isHere = !isWanted || measures.data !== undefined || measures.failure !== undefined;
  return useMemo(() => {
    if (!isWanted) return [];
    if (!isHere || !matrix) return undefined;
    if (matrix.totals.all.claims === 0) return [];
    return tellStory({ matrix, measures: measures.data, language: spoken });
  }, [isHere, isWanted, matrix, measures.data, spoken]);
}

interface LayoutProps {
  readonly slug: string;
  readonly view: MatrixView;
  readonly matrix: MatrixResponse;
  readonly story: readonly StoryLine[];
  /** Newer numbers are on their way. */
  readonly isStale: boolean;
}

function MatrixLayout({ slug, view, matrix, story, isStale }: LayoutProps) {
  const messages = matrixMessages[language.value];
  const steps = useMemo(
    () => strengthSteps(Math.max(0, ...matrix.cells.map((cell) => cell[view.count]))),
    [matrix, view.count],
  );
  const arrangement = useMemo(() => arrange(matrix, view, weightsOf(matrix, view)), [matrix, view]);
  const legend = <Legend matrix={matrix} view={view} steps={steps} />;
  return (
    <div class="wb-matrix-layout" data-open={view.selection !== undefined || undefined}>
      <div class="wb-sheet" aria-busy={isStale}>
        <StoryPanel lines={story} view={view} />
        <EmptyState matrix={matrix} view={view} />
        <ArrangementNotice matrix={matrix} view={view} arrangement={arrangement} />
        {matrix.rows.length > 0 && (
          <div class="wb-matrix-scroll" id="matrix" tabIndex={-1}>
            <MatrixTable matrix={matrix} view={view} arrangement={arrangement} steps={steps} />
          </div>
        )}
        {view.selection && legend}
        <p class="wb-visually-hidden" role="status">
          {isStale
            ? messages.loading
            : messages.updated(countInWords(matrix.totals.all, 'claims', language.value))}
        </p>
      </div>
      {view.selection ? (
        <CellPanel slug={slug} view={view} matrix={matrix} selection={view.selection} />
      ) : (
        <aside class="wb-side">{legend}</aside>
      )}
    </div>
  );
}
