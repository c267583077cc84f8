import { type ArticlesResponse, articlesResponseSchema } from '@waarborg/shared/api';
import { type MatrixFilters, noValue, stanceMarks, stances } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { articleMessages } from '@waarborg/shared/messages/articles';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { conceptLabel, StanceLabel, type Vocabulary } from '@waarborg/shared/ui';
import { useId, useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { articlesPath, viewSearch } from '../matrix-view/view.ts';
import { matrixHref } from '../routing/route.ts';
import { type Effect, layOutArticle, type VersionColumn } from './lay-out-article.ts';

interface ArticleSectionProps {
  readonly slug: string;
  readonly filters: MatrixFilters;
  readonly article: ArticlesResponse['articles'][number];
  readonly vocabulary: Vocabulary;
}

/** One article under its name; `folds`: on a page that has no room for all, on which it is opened and closed. */
export function ArticleSection({ folds, ...props }: ArticleSectionProps & { folds: boolean }) {
  const id = useId();
  const { article, versions } = props.article;
  const isTold = versions.every(({ effects }) => effects);
  const [isOpen, setOpen] = useState(isTold);
  const heading = <h2 id={id}>{article ?? articleMessages[language.value].noArticle}</h2>;
  const table = isTold ? <ArticleTable {...props} /> : <AskedTable {...props} />;
  return (
    <section class="wb-article" aria-labelledby={id}>
      {folds ? (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{heading}</summary>
          {isOpen && table}
        </details>
      ) : (
        <>
          {heading}
          {table}
        </>
      )}
    </section>
  );
}

/** The table of an article that was only named. */
function AskedTable({ article: named, ...props }: ArticleSectionProps) {
  const { article = noValue } = named;
  const { data, failure, reload } = useResource(
    articlesPath(props.slug, props.filters, article),
    articlesResponseSchema,
  );
  if (failure && !data) return <ProblemNotice failure={failure} onRetry={reload} />;
  const told = data?.articles[0];
  // Where nobody says anything of it any more, the page is about to show that.
  return told ? <ArticleTable {...props} article={told} /> : <LoadingNotice />;
}

/** Its versions beside each other, a row for each safeguard. */
function ArticleTable({ slug, filters, article, vocabulary }: ArticleSectionProps) {
  const messages = articleMessages[language.value];
  const { columns, rows } = layOutArticle(article);
  return (
    <>
      {article.article === undefined && <p class="wb-muted">{messages.noArticleHint}</p>}
      <div class="wb-article-scroll">
        <table class="utrecht-table utrecht-table--html-table wb-stacked">
          <thead>
            <tr>
              <th scope="col">{messages.safeguard}</th>
              {columns.map((column) => (
                <th key={JSON.stringify(column)} scope="col">
                  <VersionHead column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ safeguard, effects }) => (
              <tr key={safeguard}>
                <th scope="row">{conceptLabel(vocabulary, safeguard)}</th>
                {effects.map((own, place) => (
                  <td key={JSON.stringify(columns[place])} data-label={sayVersion(columns[place]).join(', ')}>
                    {own.length === 0 && <span class="wb-muted">{messages.nothing}</span>}
                    {own.map((effect) => (
                      <EffectEntry
                        key={effect.measure}
                        slug={slug}
                        filters={{ ...filters, provision: [columns[place]?.provision ?? ''] }}
                        effect={effect}
                        vocabulary={vocabulary}
                      />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What a column is about, the article or a change of it, and its stage. */
function sayVersion({ change, stage = noValue }: Partial<VersionColumn> = {}): [what: string, stage: string] {
  const messages = articleMessages[language.value];
  const words: Readonly<Record<string, string>> = domainMessages[language.value];
  return [
    change ?? messages.itself,
    stage === noValue ? messages.noStage : (words[`stage.${stage}`] ?? stage),
  ];
}

function VersionHead({ column }: { column: VersionColumn }) {
  const [what, stage] = sayVersion(column);
  return (
    <>
      {what}
      <span class="wb-article-stage">{stage}</span>
    </>
  );
}

interface EffectEntryProps {
  readonly slug: string;
  readonly filters: MatrixFilters;
  readonly effect: Effect;
  readonly vocabulary: Vocabulary;
}

/** What happens to the safeguard, and on what that has an effect; each number leads to its passages. */
function EffectEntry({ slug, filters, effect, vocabulary }: EffectEntryProps) {
  const { safeguard, measure, stage, impacts } = effect;
  const words: Readonly<Record<string, string>> = domainMessages[language.value];
  // The matrix under these filters has a cell with this number and its passages.
  const narrowed = { ...filters, measure: [measure], stage: [stage] };
  const hrefOf = (impact: string) =>
    matrixHref(slug) +
    viewSearch({
      ...{ rows: 'safeguard', columns: 'impact', count: 'claims' },
      filters: narrowed,
      selection: { row: safeguard, column: impact },
    });
  return (
    <div class="wb-article-effect">
      <p class="wb-article-measure">
        {measure === noValue
          ? articleMessages[language.value].noMeasure
          : (words[`measure.${measure}`] ?? measure)}
      </p>
      <ul>
        {impacts.map((counts) => (
          <li key={counts.impact}>
            <a class="utrecht-link utrecht-link--html-a" href={hrefOf(counts.impact)}>
              {counts.impact === noValue
                ? matrixMessages[language.value].noImpact
                : conceptLabel(vocabulary, counts.impact)}
              : {matrixMessages[language.value].claims(counts.claims)}
            </a>{' '}
            <Stances counts={counts} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Stances({ counts }: { counts: Effect['impacts'][number] }) {
  const messages = matrixMessages[language.value];
  const { contested, opposing } = counts;
  const occurring = stances.filter((stance) => stance !== 'none' && counts.stances[stance] > 0);
  const [only] = occurring;
  return (
    <span class="wb-article-stances">
      {occurring.length === 1 && only && <StanceLabel stance={only} language={language.value} />}
      {occurring.length > 1 &&
        occurring.map((stance) => (
          <span key={stance} class="wb-stance" data-stance={stance}>
            <span aria-hidden="true">{stanceMarks[stance]}</span>
            <span class="wb-visually-hidden">{domainMessages[language.value][`stance.${stance}`]}: </span>
            {counts.stances[stance]}
          </span>
        ))}
      {contested && (
        <strong>
          {opposing.normMeetsExpectation
            ? messages.normMeetsExpectation
            : messages.contestedBy(opposing.helps, opposing.hurts)}
        </strong>
      )}
    </span>
  );
}
