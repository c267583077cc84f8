import { type ArticlesResponse, articlesResponseSchema } from '@waarborg/shared/api';
import { articleMessages } from '@waarborg/shared/messages/articles';
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { ExportMenu } from '../matrix/export-menu.tsx';
import { FilterControls } from '../matrix/filter-controls.tsx';
import { showView } from '../matrix/show-view.ts';
import { articlesPath, countFilters, parseView } from '../matrix-view/view.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';
import { BriefingButton } from '../papers/briefing-button.tsx';
import { address } from '../routing/navigation.ts';
import { ArticleSection } from './article-section.tsx';
import { BillNotice } from './bill-notice.tsx';
import { BillRows } from './bill-rows.tsx';

/** What each article of the bill does to which safeguard, with its amendments and later versions beside it. */
export function ArticlesPage({ slug }: { slug: string }) {
  const { search } = address.value;
  const view = useMemo(() => parseView(search), [search]);
  const dossier = useDossier(slug);
  const names = useDossierNames(slug);
  const path = articlesPath(slug, view.filters);
  const articles = useResource(path, articlesResponseSchema);
  useLiveDossier(slug, dossier.data?.revision);
  const messages = articleMessages[language.value];
  const bill = articles.data?.bill;
  const asksOne = (view.filters.provision ?? []).length > 0;
  // Without documents there is none to choose.
  const mayName = dossier.data?.role === 'owner' && !asksOne && (names.data?.documents ?? []).length > 0;
  const vocabulary = names.data?.vocabulary;
  const failure = articles.failure ?? names.failure;
  // What is of other filters does not stay where what these leave does not come.
  const isHere = articles.dataPath === path || !articles.failure;
  const folds =
    articles.data?.articles.some(({ versions }) => versions.some(({ effects }) => !effects)) ?? false;
  const retry = () => {
    articles.reload();
    names.reload();
  };
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.title} dossier={dossier.data} current="articles">
      <h1>{messages.title}</h1>
      <p class="wb-intro">{messages.explained}</p>
      <div class="wb-controls">
        <FilterControls
          slug={slug}
          filters={view.filters}
          onFilters={(filters) => showView({ ...view, filters })}
          after={<ExportMenu slug={slug} view={view} />}
        />
      </div>
      <BriefingButton slug={slug} filters={view.filters} />
      {failure && <ProblemNotice failure={failure} onRetry={retry} />}
      {!failure && !(dossier.data && articles.data && vocabulary) && <LoadingNotice />}
      {dossier.data && articles.data && isHere && vocabulary && (
        <div class="wb-articles" aria-busy={articles.isLoading}>
          <Found articles={articles.data.articles} isFiltered={countFilters(view.filters) > 0} />
          <BillNotice slug={slug} bill={bill} mayName={mayName} />
          {articles.data.articles.map((article, place) => (
            <Fragment key={article.article ?? ''}>
              {bill && <BillRows bill={bill} before={place} />}
              <ArticleSection
                folds={folds}
                slug={slug}
                filters={view.filters}
                article={article}
                vocabulary={vocabulary}
              />
            </Fragment>
          ))}
          {bill && <BillRows bill={bill} before={articles.data.articles.length} />}
          {bill && bill.more > 0 && <p class="wb-muted">{messages.moreRows(bill.more)}</p>}
        </div>
      )}
    </PageFrame>
  );
}

/** How many articles there are, or what to do where there are none. */
function Found({ articles, isFiltered }: { articles: ArticlesResponse['articles']; isFiltered: boolean }) {
  const messages = articleMessages[language.value];
  const named = articles.filter(({ article }) => article !== undefined).length;
  const none = isFiltered ? messages.noMatch : messages.none;
  return (
    <p class={articles.length > 0 ? 'wb-result-count' : 'wb-empty'} role="status">
      {articles.length > 0 ? messages.count(named) : none}
    </p>
  );
}
