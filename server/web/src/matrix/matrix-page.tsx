import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useMemo } from 'preact/hooks';
import { openNumber } from '../cell/open-number.ts';
import { isOffline } from '../frame/edition.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { viewOfSide } from '../matrix-view/change-view.ts';
import { parseView } from '../matrix-view/view.ts';
import { BriefingButton } from '../papers/briefing-button.tsx';
import { address } from '../routing/navigation.ts';
import { Controls } from './controls.tsx';
import { MatrixLayout } from './matrix-layout.tsx';
import { UnreadNotice } from './unread-notice.tsx';
import { useMatrix } from './use-matrix.ts';
import { useStory } from './use-story.ts';

/** The matrix of a dossier, or two of them compared, with the open cell beside it. */
export function MatrixPage({ slug }: { slug: string }) {
  const { search } = address.value;
  const view = useMemo(() => parseView(search), [search]);
  const dossier = useDossier(slug);
  const live = useLiveDossier(slug, dossier.data?.revision);
  const first = useMatrix(slug, viewOfSide(view, 'a'));
  const second = useMatrix(slug, view.compare && viewOfSide(view, 'b'));
  const story = useStory(slug, view, first.whole);
  const messages = matrixMessages[language.value];

  if (dossier.failure && !dossier.data) {
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  }
  const failed = [first, second].find(({ failure }) => failure);
  if (failed?.failure?.code === 'unauthenticated') {
    return <ProblemPage failure={failed.failure} onRetry={failed.reload} />;
  }
  const isCurrent = first.isCurrent && (second.isCurrent || !view.compare);
  // Numbers of an earlier choice do not stay under this one where its own do not come.
  const isHere = first.shown && story && (!view.compare || second.shown) && (isCurrent || !failed);
  const side = view.side === 'b' && second.shown ? second.shown : first.shown;
  const open = view.selection && side && openNumber(side.matrix, view.selection, view, messages);
  return (
    <PageFrame
      title={open ? `${open.title} · ${messages.matrix}` : messages.matrix}
      dossier={dossier.data}
      current="matrix"
      isWide
      keepsRoom
      skipTo={{ id: 'matrix', label: messages.skipToMatrix }}
    >
      <h1 class="wb-visually-hidden">
        {messages.matrixOf(messages[`axis.${view.rows}`], messages[`axis.${view.columns}`])}
      </h1>
      <UnreadNotice search={search} />
      <Controls
        slug={slug}
        view={view}
        matrices={{ a: first.shown?.matrix, b: second.shown?.matrix }}
        current={{
          a: first.isCurrent ? first.shown?.matrix : undefined,
          b: second.isCurrent ? second.shown?.matrix : undefined,
        }}
      />
      {!isOffline && <BriefingButton slug={slug} filters={view.filters} compare={view.compare} />}
      {failed?.failure && <ProblemNotice failure={failed.failure} onRetry={failed.reload} />}
      {isHere && first.shown && (
        <MatrixLayout
          slug={slug}
          view={view}
          live={live}
          first={first.shown}
          second={view.compare ? second.shown : undefined}
          story={story}
          isCurrent={isCurrent}
          isStale={first.isLoading || (second.isLoading && view.compare !== undefined)}
        />
      )}
      {!isHere && !failed && <LoadingNotice>{messages.loading}</LoadingNotice>}
    </PageFrame>
  );
}
