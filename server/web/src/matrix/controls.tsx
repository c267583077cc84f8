import type { MatrixResponse } from '@waarborg/shared/api';
import type { MatrixFilters } from '@waarborg/shared/matrix';
import { articleMessages } from '@waarborg/shared/messages/articles';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { isOffline } from '../frame/edition.ts';
import { language } from '../language/language.ts';
import { viewOfSide, withFilters } from '../matrix-view/change-view.ts';
import { filtersSearch, type MatrixView, type Side, sides, viewSearch } from '../matrix-view/view.ts';
import { dossierHref } from '../routing/route.ts';
import { AxisControls } from './axis-controls.tsx';
import { CompareChoices } from './compare-choices.tsx';
import { ControlsFrame } from './controls-frame.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterControls } from './filter-controls.tsx';
import { LayoutChoices } from './layout-choices.tsx';
import { showView } from './show-view.ts';
import { foreseeMatrix } from './use-matrix.ts';

interface ControlsProps {
  readonly slug: string;
  readonly view: MatrixView;
  /** The matrix of each side, once it is here; of the first alone where nothing is compared. */
  readonly matrices: Readonly<Record<Side, MatrixResponse | undefined>>;
  /** Those of them that are of this view, and not of an earlier one: a file says what it is filtered on. */
  readonly current: Readonly<Record<Side, MatrixResponse | undefined>>;
}

/** The ways to other pages that know filters. */
function OtherPages({ slug, filters }: { slug: string; filters: MatrixFilters }) {
  if (isOffline) return null;
  const pages = [
    ['articles', articleMessages[language.value].title],
    ['pictures', pictureMessages[language.value].title],
  ] as const;
  return (
    <>
      {pages.map(([page, title]) => (
        <a key={page} class="wb-pill" href={dossierHref(slug, page) + filtersSearch(filters)}>
          {title}
        </a>
      ))}
    </>
  );
}

/**
 * Axes, count, layout and filters, above the matrix; the filters of both sides where two are compared. All of it
 * lives in the address. What was open closes when the axes change, since its ids mean nothing there.
 */
export function Controls({ slug, view, matrices, current }: ControlsProps) {
  const choices = (
    <>
      <AxisControls view={view} />
      <LayoutChoices view={view} matrix={matrices.a} />
      <CompareChoices view={view} />
      {!view.compare && <OtherPages slug={slug} filters={view.filters} />}
      {!isOffline && (
        <a class="wb-pill" href={dossierHref(slug, 'publish') + viewSearch(view)}>
          {publicationMessages[language.value].title}
        </a>
      )}
    </>
  );
  const files = !isOffline && <ExportMenu slug={slug} view={view} matrices={current} />;
  if (view.compare) {
    return (
      <ControlsFrame view={view}>
        <div class="wb-controls-row">
          {choices}
          {files}
        </div>
        {sides.map((side) => (
          <fieldset key={side} class="wb-side-filters" data-side={side}>
            <legend>{compareMessages[language.value][`side.${side}`]}</legend>
            <FilterControls
              slug={slug}
              opensMore={false}
              filters={viewOfSide(view, side).filters}
              onFilters={(filters) => showView(withFilters(view, filters, side))}
              onForesee={(filters) => foreseeMatrix(slug, { ...view, filters })}
              after={<OtherPages slug={slug} filters={viewOfSide(view, side).filters} />}
            />
          </fieldset>
        ))}
      </ControlsFrame>
    );
  }
  return (
    <ControlsFrame view={view}>
      <FilterControls
        slug={slug}
        filters={view.filters}
        onFilters={(filters) => showView({ ...view, filters })}
        onForesee={(filters) => foreseeMatrix(slug, { ...view, filters })}
        before={choices}
        after={files}
      />
    </ControlsFrame>
  );
}
