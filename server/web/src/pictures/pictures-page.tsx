import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { useEffect, useMemo } from 'preact/hooks';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { ExportMenu } from '../matrix/export-menu.tsx';
import { FilterControls } from '../matrix/filter-controls.tsx';
import { showView } from '../matrix/show-view.ts';
import { filtersInWords } from '../matrix-view/filters-in-words.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import { countFilters, type MatrixView, parseView, viewSearch } from '../matrix-view/view.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';
import { BriefingButton } from '../papers/briefing-button.tsx';
import { address } from '../routing/navigation.ts';
import { matrixHref } from '../routing/route.ts';
import { describePicture } from './describe-picture.ts';
import type { Picture } from './draw-picture.ts';
import { foreseeDrawing } from './draw-when-near.ts';
import type { PictureData } from './drawing.ts';
import { PictureFigure } from './picture-figure.tsx';
import {
  MonthTable,
  OppositionTable,
  SpeakerTable,
  StanceTable,
  type TableSource,
} from './picture-tables.tsx';
import { usePictures } from './use-pictures.ts';

/** Pictures of a dossier beside its matrix: the same numbers with the same filters. */
export function PicturesPage({ slug }: { slug: string }) {
  const { search } = address.value;
  const view = useMemo(() => parseView(search), [search]);
  const dossier = useDossier(slug);
  const pictures = usePictures(slug, view);
  useLiveDossier(slug, dossier.data?.revision);
  // While the numbers are on their way, but after the frame that shows what the page is.
  useEffect(foreseeDrawing, []);
  const messages = pictureMessages[language.value];
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.title} dossier={dossier.data} current="pictures">
      <h1>{messages.title}</h1>
      <p class="wb-intro">{messages.intro}</p>
      <div class="wb-controls">
        <FilterControls
          slug={slug}
          filters={view.filters}
          onFilters={(filters) => showView({ ...view, filters })}
          after={<ExportMenu slug={slug} view={view} />}
          before={
            <a class="wb-pill" href={matrixHref(slug) + viewSearch(view)}>
              {messages.asMatrix}
            </a>
          }
        />
      </div>
      <BriefingButton slug={slug} filters={view.filters} />
      {pictures.failure && <ProblemNotice failure={pictures.failure} onRetry={pictures.reload} />}
      {!pictures.failure && !pictures.data && <LoadingNotice>{messages.loading}</LoadingNotice>}
      {pictures.data?.total.claims === 0 && <Nothing view={view} />}
      {pictures.data && pictures.data.total.claims > 0 && (
        <div class="wb-pictures" aria-busy={pictures.isLoading}>
          <Figures slug={slug} data={pictures.data} />
        </div>
      )}
    </PageFrame>
  );
}

function Nothing({ view }: { view: MatrixView }) {
  const messages = pictureMessages[language.value];
  const isFiltered = countFilters(view.filters) > 0;
  return (
    <section class="wb-notice">
      <h2>{isFiltered ? messages.nothingInFilter : messages.nothing}</h2>
      <p>{isFiltered ? messages.nothingInFilterText : messages.nothingText}</p>
    </section>
  );
}

interface FiguresProps {
  readonly slug: string;
  readonly data: NonNullable<ReturnType<typeof usePictures>['data']>;
}

function Figures({ slug, data }: FiguresProps) {
  const { filters } = data;
  const names = useDossierNames(slug).data;
  const reviewerName = useReviewerNames(slug, filters.reviewer ?? []);
  const pictures = usePictureList(data);
  const source = { slug, filters };
  const inWords = names ? filtersInWords(filters, names, reviewerName) : [];
  return pictures.map((picture) => (
    <PictureFigure
      key={picture.kind}
      slug={slug}
      picture={picture}
      filters={inWords}
      revision={data.revision}
      {...describePicture(picture, data.total)}
    >
      <PictureTable picture={picture} source={source} />
    </PictureFigure>
  ));
}

/** The pictures in their order; the same objects as long as what they show is the same. */
function usePictureList({ stances, months, speakers, opposition }: PictureData): Picture[] {
  return useMemo(
    () => [
      { kind: 'stances', data: stances },
      { kind: 'months', data: months },
      { kind: 'speakers', data: speakers },
      { kind: 'opposition', data: opposition },
    ],
    [stances, months, speakers, opposition],
  );
}

function PictureTable({ picture, source }: { picture: Picture; source: TableSource }) {
  switch (picture.kind) {
    case 'stances':
      return <StanceTable bars={picture.data} source={source} />;
    case 'months':
      return <MonthTable months={picture.data.months} source={source} />;
    case 'speakers':
      return <SpeakerTable grid={picture.data} source={source} />;
    case 'opposition':
      return <OppositionTable pairs={picture.data} source={source} />;
  }
}
