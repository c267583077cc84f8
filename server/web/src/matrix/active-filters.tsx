import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../frame/language.ts';
import { type FacetName, facetTitle, useFacetOptions } from './facet-options.ts';
import { showView } from './show-view.ts';
import { type FilterName, filterNames, type MatrixView, toggleFilter } from './view.ts';

/** What is filtered on, each with a way to take it away. */
export function ActiveFilters({ slug, view }: { slug: string; view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const { selection: _, ...rest } = view;
  return (
    <section class="wb-active-filters" aria-label={messages.activeFilters}>
      {filterNames.flatMap((name) =>
        [view.filters[name] ?? []]
          .flat()
          .map((value) => (
            <ActiveFilter key={`${name} ${value}`} slug={slug} view={view} name={name} value={value} />
          )),
      )}
      <button type="button" class="wb-text-button" onClick={() => showView({ ...rest, filters: {} })}>
        {messages.clearFilters}
      </button>
    </section>
  );
}

interface ActiveFilterProps {
  readonly slug: string;
  readonly view: MatrixView;
  readonly name: FilterName;
  readonly value: string;
}

function ActiveFilter({ slug, view, name, value }: ActiveFilterProps) {
  if (name === 'from' || name === 'to' || name === 'q') {
    const title = { from: 'from', to: 'to', q: 'searchButton' } as const;
    return (
      <Removable view={view} name={name} value={value} title={matrixMessages[language.value][title[name]]} />
    );
  }
  return <ActiveFacet slug={slug} view={view} name={name} value={value} />;
}

function ActiveFacet({ slug, view, name, value }: ActiveFilterProps & { name: FacetName }) {
  const options = useFacetOptions(slug, name, language.value, true);
  const label = options?.find((option) => option.value === value)?.label;
  const title = facetTitle(name, language.value);
  return (
    <Removable view={view} name={name} value={value} title={title} label={label ?? (options ? value : '…')} />
  );
}

function Removable({
  view,
  name,
  value,
  title,
  label = value,
}: Omit<ActiveFilterProps, 'slug'> & { title: string; label?: string }) {
  const messages = matrixMessages[language.value];
  const text = messages.filterIs(title, label);
  return (
    <button
      type="button"
      class="wb-pill"
      data-active
      aria-label={messages.removeFilter(text)}
      onClick={() => showView({ ...view, filters: toggleFilter(view.filters, name, value) })}
    >
      {text} <span aria-hidden="true">✕</span>
    </button>
  );
}
