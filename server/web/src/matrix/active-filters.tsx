import { dateInWords } from '@waarborg/shared/citation';
import { type FacetName, filterNames, filtersInWords, looseDatesInWords } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import { useReviewerNames } from '../matrix-view/use-reviewer-names.ts';
import { type FilterName, toggleFilter } from '../matrix-view/view.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';
import { facetTitle, useFacetOptions } from './facet-options.ts';
import { type FilterTarget, foreseeing } from './filter-target.ts';

/** What is filtered on, each with a way to take it away. */
export function ActiveFilters({ slug, ...target }: FilterTarget & { slug: string }) {
  const { filters, onFilters } = target;
  const messages = matrixMessages[language.value];
  return (
    <section class="wb-active-filters" aria-label={messages.activeFilters}>
      {filterNames.flatMap((name) =>
        [filters[name] ?? []]
          .flat()
          .map((value) => <ActiveFilter key={`${name} ${value}`} {...target} {...{ slug, name, value }} />),
      )}
      {(filters.from || filters.to) && <LooseDates slug={slug} filters={filters} />}
      <button
        type="button"
        class="wb-text-button"
        {...foreseeing(target, () => ({}))}
        onClick={() => onFilters({})}
      >
        {messages.clearFilters}
      </button>
    </section>
  );
}

/** Says how many documents are in no period, or perhaps not in this one. */
function LooseDates({ slug, filters }: Pick<FilterTarget, 'filters'> & { slug: string }) {
  const said = looseDatesInWords(useDossierNames(slug).data?.documents ?? [], filters, language.value);
  return said ? <span class="wb-muted">{said}</span> : null;
}

interface ActiveFilterProps extends FilterTarget {
  readonly slug: string;
  readonly name: FilterName;
  readonly value: string;
}

function ActiveFilter({ name, ...props }: ActiveFilterProps) {
  if (name === 'from' || name === 'to' || name === 'q') {
    const title = { from: 'from', to: 'to', q: 'searchButton' } as const;
    const label = name === 'q' ? props.value : dateInWords(props.value, language.value);
    return (
      <Removable {...props} name={name} label={label} title={matrixMessages[language.value][title[name]]} />
    );
  }
  return <ActiveFacet {...props} name={name} />;
}

function ActiveFacet({ slug, ...props }: ActiveFilterProps & { name: FacetName }) {
  const { name, value } = props;
  const options = useFacetOptions(slug, name, language.value, true);
  const label = options?.find((option) => option.value === value)?.label;
  const title = facetTitle(name, language.value);
  if (options && label === undefined) return <UncountedFacet slug={slug} {...props} title={title} />;
  return <Removable {...props} title={title} label={label ?? '…'} />;
}

/** A value of which the dossier has no claims: it stands in no list of what one can choose. */
function UncountedFacet({ slug, ...props }: ActiveFilterProps & { name: FacetName; title: string }) {
  const { name, value } = props;
  const names = useDossierNames(slug).data;
  const reviewerName = useReviewerNames(slug, name === 'reviewer' ? [value] : []);
  if (!names) return <Removable {...props} label="…" />;
  const { vocabulary, documentsById: documents } = names;
  const [said] = filtersInWords({ [name]: [value] }, { vocabulary, documents, reviewerName });
  return <Removable {...props} label={said?.values[0] ?? value} />;
}

function Removable({
  name,
  value,
  title,
  label = value,
  ...target
}: Omit<ActiveFilterProps, 'slug'> & { title: string; label?: string }) {
  const messages = matrixMessages[language.value];
  const next = () => toggleFilter(target.filters, name, value);
  const text = messages.filterIs(title, label);
  return (
    <button
      type="button"
      class="wb-pill"
      data-active
      aria-label={messages.removeFilter(text)}
      {...foreseeing(target, next)}
      onClick={() => target.onFilters(next())}
    >
      {text} <span aria-hidden="true">✕</span>
    </button>
  );
}
