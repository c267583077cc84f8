import { type CellResponse, cellResponseSchema, type MatrixResponse } from '@waarborg/shared/api';
import type { WantedClaims } from '@waarborg/shared/matrix';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { type Resource, useResource } from '../api/use-resource.ts';
import { isOffline } from '../frame/edition.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { language } from '../language/language.ts';
import { hasRoomBeside } from '../matrix-view/beside-the-table.ts';
import { viewOfSide, withoutSelection } from '../matrix-view/change-view.ts';
import { cellPath, type MatrixView, type Selection, selectionHref, viewSearch } from '../matrix-view/view.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';
import { navigate } from '../routing/navigation.ts';
import { CellClaims, firstOfCell } from './cell-claims.tsx';
import { CellSummary } from './cell-summary.tsx';
import { CellToOutline } from './cell-to-outline.tsx';
import { Disputes } from './disputes.tsx';
import { followMerges } from './follow-merges.ts';
import { type OpenNumber, openNumber } from './open-number.ts';
import { Reading } from './reading.tsx';

interface CellPanelProps {
  readonly slug: string;
  readonly view: MatrixView;
  readonly matrix: MatrixResponse;
  readonly selection: Selection;
}

/** Takes the reader to the panel; on a fresh page only where it could not be seen otherwise. */
function comeTo(title: HTMLElement): void {
  const isBeside = hasRoomBeside();
  if (isBeside && document.activeElement === document.body) return;
  title.focus({ preventScroll: true });
  if (!isBeside) title.scrollIntoView();
}

/** Closes the open number and gives the focus back to it. */
function close(view: MatrixView): void {
  const link = document.querySelector('.wb-matrix [aria-current="true"]');
  navigate(viewSearch(withoutSelection(view)) || window.location.pathname);
  if (link instanceof HTMLElement) link.focus();
}

/** What is behind a number: who says what, verbatim, and how far the reading got. Beside the matrix. */
export function CellPanel({ slug, view, matrix, selection }: CellPanelProps) {
  const messages = cellMessages[language.value];
  const title = useRef<HTMLHeadingElement>(null);
  const open = openNumber(matrix, selection, view, matrixMessages[language.value]);
  const { side = 'a' } = view;
  const key = JSON.stringify([selection, side]);
  const pathOf = useCallback(
    (wanted: Partial<WantedClaims>) => cellPath(slug, viewOfSide(view, side), selection, wanted),
    [slug, view, side, selection],
  );
  const path = open.counts?.claims ? pathOf(firstOfCell) : undefined;
  const cell = useResource(path, cellResponseSchema);
  const shown = path !== undefined && cell.dataPath === path ? cell.data : undefined;

  useEffect(() => {
    if (title.current) comeTo(title.current);
  }, [key]);

  const names = useDossierNames(slug).data;
  useEffect(() => {
    if (open.isListed || !names) return;
    const now = followMerges(selection, view, names);
    if (now.row === selection.row && now.column === selection.column) return;
    navigate(selectionHref(view, now, side), { replace: true });
  }, [open.isListed, names, view]);

  return (
    <aside
      class="wb-side wb-cell-panel"
      aria-labelledby="cell-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(view);
      }}
    >
      <div class="wb-cell-head">
        <h2 id="cell-title" ref={title} tabIndex={-1}>
          {view.compare && (
            <span class="wb-side-badge">{compareMessages[language.value][`side.${side}`]}</span>
          )}
          {open.title}
        </h2>
        <button type="button" class="wb-close" onClick={() => close(view)}>
          {messages.close} <span aria-hidden="true">✕</span>
        </button>
      </div>
      {open.counts && (
        <CellSummary
          counts={open.counts}
          state={open.state}
          disputedRow={
            selection.row !== undefined &&
            selection.column !== undefined &&
            matrix.disputed.includes(selection.row)
              ? selectionHref(view, { row: selection.row }, side)
              : undefined
          }
          opposition={matrix.listsOpposition ? open.counts.opposition : (shown?.opposition ?? [])}
        />
      )}
      <CellContent {...{ slug, selection, open, path, pathOf, cell }} view={viewOfSide(view, side)} />
    </aside>
  );
}

interface ContentProps {
  readonly slug: string;
  /** Of the side of the number. */
  readonly view: MatrixView;
  readonly selection: Selection;
  readonly open: OpenNumber;
  /** Path of the first claims behind the number; undefined where there are none. */
  readonly path: string | undefined;
  readonly pathOf: (wanted: Partial<WantedClaims>) => string;
  readonly cell: Resource<CellResponse>;
}

function CellContent({ slug, view, selection, open, path, pathOf, cell }: ContentProps) {
  const messages = cellMessages[language.value];
  const names = useDossierNames(slug);
  const failure = cell.failure ?? names.failure;
  const isHere = path === undefined || cell.dataPath === path;
  if (failure && !(names.data && isHere)) {
    return (
      <p class="utrecht-alert utrecht-alert--error wb-alert" role="alert">
        {messages.failed}{' '}
        <button
          type="button"
          class="wb-text-button"
          onClick={() => {
            cell.reload();
            names.reload();
          }}
        >
          {messages.tryAgain}
        </button>
      </p>
    );
  }
  if (!names.data || !isHere) return <LoadingNotice>{messages.loading}</LoadingNotice>;
  if (!open.isListed) return <p>{messages.notListed}</p>;
  return (
    <>
      {path && cell.data && (
        <>
          <Disputes disputes={cell.data.disputes} names={names.data} />
          {names.data.mayWrite && !isOffline && (
            <CellToOutline key={path} slug={slug} cell={cell.data} pathOf={pathOf} />
          )}
          <CellClaims key={path} cell={cell.data} names={names.data} pathOf={pathOf} />
        </>
      )}
      <Reading
        names={names.data}
        view={view}
        selection={selection}
        safeguards={open.safeguards}
        isOpen={open.state !== 'evidence'}
      />
    </>
  );
}
