import type { MatrixResponse } from '@waarborg/shared/api';
import { axes } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useId, useState } from 'preact/hooks';
import { isOffline } from '../frame/edition.ts';
import { language } from '../frame/language.ts';
import { ActiveFilters } from './active-filters.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Facet } from './facet.tsx';
import type { FacetName } from './facet-options.ts';
import { LayoutChoices } from './layout-choices.tsx';
import { PeriodFacet } from './period-facet.tsx';
import { showView } from './show-view.ts';
import { countFilters, countKinds, type MatrixView, setSingleFilter } from './view.ts';

/** Filters at hand, and those behind "more". */
const firstFacets: readonly FacetName[] = ['speaker', 'stance'];
const moreFacets: readonly FacetName[] = [
  'sourceType',
  'document',
  'safeguard',
  'impact',
  'measure',
  'stage',
  'direction',
  'basis',
  'speakerKind',
  'provision',
  'reviewer',
  'status',
];

interface ControlsProps {
  readonly slug: string;
  readonly view: MatrixView;
  /** The matrix of the view, once it is here. */
  readonly matrix: MatrixResponse | undefined;
}

/**
 * Axes, count, layout and filters, above the matrix. All of it lives in the address. What was open
 * closes when the axes change, since its ids mean nothing there.
 */
export function Controls({ slug, view, matrix }: ControlsProps) {
  const messages = matrixMessages[language.value];
  const hasMoreActive = moreFacets.some((name) => view.filters[name]?.length);
  const [isExpanded, setExpanded] = useState(hasMoreActive);
  const moreId = useId();
  return (
    <div class="wb-controls">
      <div class="wb-controls-row">
        <AxisControls view={view} />
        <LayoutChoices view={view} matrix={matrix} />
        {firstFacets.map((name) => (
          <Facet key={name} name={name} slug={slug} view={view} />
        ))}
        <PeriodFacet view={view} />
        <button
          type="button"
          class="wb-pill"
          aria-expanded={isExpanded}
          aria-controls={moreId}
          onClick={() => setExpanded(!isExpanded)}
        >
          {isExpanded ? messages.fewerFilters : messages.moreFilters}
        </button>
        {!isOffline && <ExportMenu slug={slug} view={view} />}
        <SearchField view={view} />
      </div>
      <div class="wb-controls-row" id={moreId} hidden={!isExpanded}>
        {isExpanded && moreFacets.map((name) => <Facet key={name} name={name} slug={slug} view={view} />)}
      </div>
      {countFilters(view.filters) > 0 && <ActiveFilters slug={slug} view={view} />}
    </div>
  );
}

function AxisControls({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const { rows, columns, count, filters } = view;
  const axisOptions = axes.map((axis) => ({ value: axis, label: messages[`axis.${axis}`] }));
  const countOptions = countKinds.map((kind) => ({ value: kind, label: messages[`count.${kind}`] }));
  return (
    <>
      <Choice
        label={messages.rows}
        value={rows}
        options={axisOptions}
        onValue={(axis) => showView({ rows: axis, columns, count, filters })}
      />
      <button
        type="button"
        class="wb-pill wb-swap"
        aria-label={messages.swap}
        title={messages.swap}
        onClick={() => showView({ rows: columns, columns: rows, count, filters })}
      >
        <span aria-hidden="true">⇄</span>
      </button>
      <Choice
        label={messages.columns}
        value={columns}
        options={axisOptions}
        onValue={(axis) => showView({ rows, columns: axis, count, filters })}
      />
      <Choice
        label={messages.measure}
        value={count}
        options={countOptions}
        onValue={(kind) => showView({ ...view, count: kind })}
      />
    </>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onValue,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onValue: (value: T) => void;
}) {
  return (
    <label class="wb-pill wb-choice">
      <span>{label}:</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function SearchField({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const { q = '' } = view.filters;
  return (
    <form
      class="wb-search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get('q');
        const filters = setSingleFilter(view.filters, 'q', typeof words === 'string' ? words.trim() : '');
        showView({ ...view, filters });
      }}
    >
      <input
        key={q}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={200}
        placeholder={messages.search}
        aria-label={messages.search}
      />
      <button type="submit" class="wb-pill">
        {messages.searchButton}
      </button>
    </form>
  );
}
