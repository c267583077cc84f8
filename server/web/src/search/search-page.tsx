import { searchResponseSchema } from '@waarborg/shared/api';
import { filtersCodings, type MatrixFilters, maxQuestionLength } from '@waarborg/shared/matrix';
import { searchMessages } from '@waarborg/shared/messages/search';
import { useResource } from '../api/use-resource.ts';
import { Field } from '../forms/field.tsx';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { toSearch, withValue } from '../lists/list-place.ts';
import { Pager } from '../lists/pager.tsx';
import { useAskedWords } from '../lists/use-asked-words.ts';
import { useDossierEnd } from '../live/use-dossier-end.ts';
import { ExportMenu } from '../matrix/export-menu.tsx';
import { FilterControls } from '../matrix/filter-controls.tsx';
import { filtersSearch, parseView } from '../matrix-view/view.ts';
import { type DossierNames, useDossierNames } from '../names/use-dossier-names.ts';
import { address, navigate } from '../routing/navigation.ts';
import { SearchHit } from './search-hit.tsx';

/** Results of one page. */
const pageSize = 20;

/** Words of the question in an address; empty where it asks nothing. */
function questionIn(search: string): string {
  return (new URLSearchParams(search).get('q') ?? '').trim().slice(0, maxQuestionLength);
}

/** What is found is limited to, beside the words. */
function filtersIn(search: string): MatrixFilters {
  const { q: _, ...filters } = parseView(search).filters;
  return filters;
}

function searchPath(slug: string, search: string): string | undefined {
  const q = questionIn(search);
  const cursor = new URLSearchParams(search).get('cursor');
  if (q === '') return undefined;
  const asked = new URLSearchParams(filtersSearch({ q, ...filtersIn(search) }));
  asked.set('limit', String(pageSize));
  if (cursor) asked.set('cursor', cursor);
  return `/dossiers/${slug}/search${toSearch(asked)}`;
}

/**
 * Words sought in the passages, notes and documents of a dossier, within the filters of the matrix; question, filters
 * and page stand in the address.
 */
export function SearchPage({ slug }: { slug: string }) {
  const messages = searchMessages[language.value];
  const dossier = useDossier(slug);
  useDossierEnd(slug, dossier.data?.revision);
  const { search } = address.value;
  const q = questionIn(search);
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame
      title={q === '' ? messages.search : messages.searchFor(q)}
      dossier={dossier.data}
      current="search"
    >
      <h1>{messages.search}</h1>
      <SearchForm q={q} />
      <SearchFilters slug={slug} q={q} />
      {q === '' ? <p class="wb-empty">{messages.askSomething}</p> : <Answer slug={slug} q={q} />}
    </PageFrame>
  );
}

function SearchForm({ q }: { q: string }) {
  const messages = searchMessages[language.value];
  const [words, setWords] = useAskedWords(q);
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const { pathname, search } = address.value;
    navigate(pathname + withValue(search, 'q', words.trim()));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not known to the oldest browsers that we serve
    <form class="wb-search-form" role="search" onSubmit={ask}>
      <Field
        label={messages.words}
        hint={messages.wordsHint}
        name="q"
        value={words}
        onValue={setWords}
        maxLength={maxQuestionLength}
        autoComplete="off"
      />
      <Button type="submit" tone="primary">
        {messages.find}
      </Button>
    </form>
  );
}

/** The filters of the matrix; those on codings leave no documents, which says a line below. */
function SearchFilters({ slug, q }: { slug: string; q: string }) {
  const filters = filtersIn(address.value.search);
  const choose = (chosen: MatrixFilters) => {
    navigate(address.value.pathname + filtersSearch({ ...(q === '' ? {} : { q }), ...chosen }));
  };
  return (
    <div class="wb-controls">
      <FilterControls
        slug={slug}
        filters={filters}
        onFilters={choose}
        opensMore={false}
        hasOwnWords
        after={q !== '' && <ExportMenu slug={slug} view={parseView(address.value.search)} isOfSearch />}
      />
      {filtersCodings(filters) && <p class="wb-muted">{searchMessages[language.value].passagesOnly}</p>}
    </div>
  );
}

function Answer({ slug, q }: { slug: string; q: string }) {
  const names = useDossierNames(slug);
  const path = searchPath(slug, address.value.search);
  const { data, dataPath, failure, reload } = useResource(path, searchResponseSchema);
  const problem = failure ?? names.failure;
  const retry = () => {
    reload();
    names.reload();
  };
  if (problem) return <ProblemNotice failure={problem} onRetry={retry} />;
  if (!data || dataPath !== path || !names.data) return <LoadingNotice />;
  return <Results slug={slug} q={q} answer={data} names={names.data} />;
}

interface ResultsProps {
  readonly slug: string;
  readonly q: string;
  readonly answer: ReturnType<typeof searchResponseSchema.parse>;
  readonly names: DossierNames;
}

function Results({ slug, q, answer: { results, total, next }, names }: ResultsProps) {
  const messages = searchMessages[language.value];
  const isFirst = total !== undefined;
  return (
    <>
      <p class="wb-result-count" role="status">
        {isFirst ? messages.found(total, q) : messages.furtherResults(q)}
      </p>
      {isFirst && total === 0 && (
        <section class="wb-empty">
          <h2>{messages.nothingTitle}</h2>
          <p>{messages.nothingText}</p>
        </section>
      )}
      <ol class="wb-results">
        {results.map((result) => (
          <SearchHit key={result.annotation ?? result.document} slug={slug} result={result} names={names} />
        ))}
      </ol>
      <Pager next={next} />
    </>
  );
}
