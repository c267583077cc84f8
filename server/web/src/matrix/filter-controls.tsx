import { type FacetName, maxQuestionLength } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { language } from '../language/language.ts';
import { countFilters, setSingleFilter } from '../matrix-view/view.ts';
import { ActiveFilters } from './active-filters.tsx';
import { Facet } from './facet.tsx';
import type { FilterTarget } from './filter-target.ts';
import { PeriodFacet } from './period-facet.tsx';

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
  'gone',
];

interface FilterControlsProps extends FilterTarget {
  readonly slug: string;
  /** What stands on the same line, before the filters and behind them. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
  /** Whether filters behind "more" are open from the start where one of them is set. */
  readonly opensMore?: boolean;
  /** Whether words are asked for elsewhere on the page. */
  readonly hasOwnWords?: boolean;
}

/** Every filter, the first at hand and the others behind "more", and those that are set. */
export function FilterControls({
  slug,
  before,
  after,
  opensMore = true,
  hasOwnWords = false,
  ...target
}: FilterControlsProps) {
  const messages = matrixMessages[language.value];
  const hasMoreActive = moreFacets.some((name) => target.filters[name]?.length);
  const [isExpanded, setExpanded] = useState(opensMore && hasMoreActive);
  const moreId = useId();
  return (
    <>
      <div class="wb-controls-row">
        {before}
        {firstFacets.map((name) => (
          <Facet key={name} name={name} slug={slug} {...target} />
        ))}
        <PeriodFacet {...target} />
        <button
          type="button"
          class="wb-pill"
          aria-expanded={isExpanded}
          aria-controls={moreId}
          onClick={() => setExpanded(!isExpanded)}
        >
          {isExpanded ? messages.fewerFilters : messages.moreFilters}
        </button>
        {after}
        {!hasOwnWords && <SearchField {...target} />}
      </div>
      <div class="wb-controls-row" id={moreId} hidden={!isExpanded}>
        {isExpanded && moreFacets.map((name) => <Facet key={name} name={name} slug={slug} {...target} />)}
      </div>
      {countFilters(target.filters) > 0 && <ActiveFilters slug={slug} {...target} />}
    </>
  );
}

function SearchField({ filters, onFilters }: FilterTarget) {
  const messages = matrixMessages[language.value];
  const { q = '' } = filters;
  return (
    <form
      class="wb-search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get('q');
        onFilters(setSingleFilter(filters, 'q', typeof words === 'string' ? words.trim() : ''));
      }}
    >
      <input
        key={q}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={maxQuestionLength}
        placeholder={messages.search}
        aria-label={messages.search}
      />
      <button type="submit" class="wb-pill">
        {messages.searchButton}
      </button>
    </form>
  );
}
