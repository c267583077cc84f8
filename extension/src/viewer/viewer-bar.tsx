import type { Language } from '@waarborg/shared/messages';
import { viewerMessages } from '@waarborg/shared/messages/viewer';
import { useEffect, useState } from 'preact/hooks';
import type { StageState } from './pdf-stage.ts';

/** The id of the field in which a file is chosen. */
const fileField = 'pdf-file';

/** What can be done from the bar. */
interface BarActions {
  openFile(file: File): void;
  /** Its label, or its number from 1; false when there is no such page. */
  goToPage(page: string | number): boolean;
  showOutline(shows: boolean): void;
  darkenPages(darkens: boolean): void;
  zoom(steps: number): void;
  zoomTo(scaleName: string): void;
  find(query: string, direction: 'first' | 'next' | 'previous'): void;
  print(): void;
}

/** What is going on or went wrong, and what can be done about it. */
export interface Progress {
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly act: () => void } | undefined;
}

interface ViewerBarProps {
  readonly language: Language;
  readonly title: string;
  /** Address on the web, for a link to it. */
  readonly source: string | undefined;
  readonly stage: StageState;
  readonly progress: Progress | undefined;
  /** Whether the outline is shown; absent for a PDF that has none. */
  readonly showsOutline: boolean | undefined;
  readonly darkensPages: boolean;
  readonly on: BarActions;
}

/** Asks for a PDF where none is open. */
export function Invitation({ language }: { readonly language: Language }) {
  const words = viewerMessages[language];
  return (
    <>
      {words.dropHere}{' '}
      <label class="choose" for={fileField}>
        {words.chooseFile}
      </label>
      {words.fileStays}
    </>
  );
}

/** The bar above the pages. */
export function ViewerBar(props: ViewerBarProps) {
  const { language, title, source, stage, progress, showsOutline, darkensPages, on } = props;
  const words = viewerMessages[language];
  const hasPages = stage.pages > 0;
  return (
    <div class="bar" role="toolbar" aria-label={words.title}>
      <label class="file">
        {words.openFile}
        <input
          id={fileField}
          type="file"
          accept="application/pdf,.pdf"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) on.openFile(file);
          }}
        />
      </label>
      <span class="title" title={title}>
        {title}
      </span>
      {source && <a href={source}>{words.source}</a>}
      <span class="progress" role="status">
        {progress?.sentence}
      </span>
      {progress?.action && (
        <button type="button" onClick={progress.action.act}>
          {progress.action.label}
        </button>
      )}
      {hasPages && (
        <>
          {showsOutline !== undefined && (
            <button
              type="button"
              aria-expanded={showsOutline}
              aria-controls="outline"
              onClick={() => on.showOutline(!showsOutline)}
            >
              {words.outline}
            </button>
          )}
          <PageControls language={language} stage={stage} on={on} />
          <ZoomControls language={language} stage={stage} on={on} />
          <FindControls language={language} stage={stage} on={on} />
          <button type="button" aria-pressed={darkensPages} onClick={() => on.darkenPages(!darkensPages)}>
            {words.darkPages}
          </button>
          <button type="button" onClick={on.print}>
            {words.print}
          </button>
        </>
      )}
    </div>
  );
}

type ControlProps = Pick<ViewerBarProps, 'language' | 'stage' | 'on'>;

function PageControls({ language, stage, on }: ControlProps) {
  const words = viewerMessages[language];
  const current = stage.label ?? String(stage.page);
  /** Not gone to yet: the bar is drawn anew meanwhile, as while the text is being read. */
  const [typed, setTyped] = useState<string>();
  const [unknown, setUnknown] = useState<string>();
  useEffect(() => setUnknown(undefined), [stage.page]);
  return (
    <span class="group">
      <button type="button" aria-label={words.previousPage} onClick={() => on.goToPage(stage.page - 1)}>
        ‹
      </button>
      <input
        class="page"
        type="text"
        inputMode="numeric"
        aria-label={words.page}
        aria-invalid={unknown !== undefined}
        value={typed ?? unknown ?? current}
        onInput={({ currentTarget: field }) => setTyped(field.value)}
        onChange={({ currentTarget: field }) => {
          const page = field.value.trim();
          setTyped(undefined);
          if (page !== '') setUnknown(on.goToPage(page) ? undefined : page);
        }}
      />
      <span>
        {stage.label === undefined ? words.ofPages(stage.pages) : words.pageOfPages(stage.page, stage.pages)}
      </span>
      <button type="button" aria-label={words.nextPage} onClick={() => on.goToPage(stage.page + 1)}>
        ›
      </button>
      <span role="status" class="no-page">
        {unknown !== undefined && words.noSuchPage(unknown)}
      </span>
    </span>
  );
}

const scales = ['0.5', '0.75', '1', '1.25', '1.5', '2', '3'] as const;

function ZoomControls({ language, stage, on }: ControlProps) {
  const words = viewerMessages[language];
  const percentage = `${Math.round(stage.scale * 100)} %`;
  const isNamed = ['page-width', 'page-fit'].includes(stage.scaleName);
  return (
    <span class="group">
      <button type="button" aria-label={words.zoomOut} onClick={() => on.zoom(-1)}>
        −
      </button>
      <select
        aria-label={words.zoom}
        value={isNamed ? stage.scaleName : 'now'}
        onChange={(event) => on.zoomTo(event.currentTarget.value)}
      >
        <option value="now" hidden>
          {percentage}
        </option>
        <option value="page-width">{words.zoomWidth}</option>
        <option value="page-fit">{words.zoomPage}</option>
        {scales.map((scale) => (
          <option key={scale} value={scale}>
            {Number(scale) * 100} %
          </option>
        ))}
      </select>
      <button type="button" aria-label={words.zoomIn} onClick={() => on.zoom(1)}>
        +
      </button>
    </span>
  );
}

function FindControls({ language, stage: { found }, on }: ControlProps) {
  const words = viewerMessages[language];
  const search = (form: HTMLFormElement, direction: 'first' | 'next' | 'previous') =>
    on.find(String(new FormData(form).get('query') ?? ''), direction);
  return (
    <search>
      <form
        class="group"
        onSubmit={(event) => {
          event.preventDefault();
          search(event.currentTarget, 'next');
        }}
      >
        <input
          type="search"
          name="query"
          aria-label={words.find}
          placeholder={words.find}
          onInput={(event) => event.currentTarget.form && search(event.currentTarget.form, 'first')}
        />
        <button
          type="button"
          aria-label={words.findPrevious}
          onClick={(event) => event.currentTarget.form && search(event.currentTarget.form, 'previous')}
        >
          ↑
        </button>
        <button type="submit" aria-label={words.findNext}>
          ↓
        </button>
        <span role="status" class="found">
          {found?.isMissing && words.notFound}
          {found && found.total > 0 && words.found(found.current, found.total)}
        </span>
      </form>
    </search>
  );
}
