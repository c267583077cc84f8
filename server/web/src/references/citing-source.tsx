import { type CitingResponse, citingResponseSchema } from '@waarborg/shared/api';
import { nameCited, nameSource } from '@waarborg/shared/citation';
import { referenceMessages } from '@waarborg/shared/messages/references';
import { compareText } from '@waarborg/shared/text';
import { useEffect } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { toSearch } from '../lists/list-place.ts';
import { Pager } from '../lists/pager.tsx';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { ListedPassage } from '../passages/listed-passage.tsx';
import { documentHref, referencesHref } from '../routing/route.ts';
import { OfficialLink, SourceArticles, SourcePlace } from './source-entry.tsx';

/** Passages of one page. */
const pageSize = 25;

/** What an address asks for: a source, or an article of it, and which page. */
export interface CitedThing {
  readonly source: string;
  readonly article: string | undefined;
  readonly cursor: string | undefined;
}

interface CitingSourceProps {
  readonly slug: string;
  /** Told what the source or the article is called, once that is known. */
  readonly onName: (name: string) => void;
  readonly names: DossierNames;
  readonly cited: CitedThing;
}

/** Everybody who cites a source, or one of its articles: documents, and passages verbatim. */
export function CitingSource({ slug, names, onName, cited: { source, article, cursor } }: CitingSourceProps) {
  const messages = referenceMessages[language.value];
  const wanted = { source, ...(article ? { article } : {}), ...(cursor ? { cursor } : {}) };
  const path = `/dossiers/${slug}/references/citing${toSearch(
    new URLSearchParams({ ...wanted, limit: String(pageSize) }),
  )}`;
  const { data, dataPath, failure, reload } = useResource(path, citingResponseSchema);
  const reference = dataPath === path ? data?.reference : undefined;
  useEffect(() => {
    if (reference) onName(nameCited({ source: reference, article }, language.value));
  }, [reference, article, language.value]);
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data || dataPath !== path) return <LoadingNotice />;
  return (
    <>
      <p class="wb-back">
        <a class="utrecht-link utrecht-link--html-a" href={referencesHref(slug)}>
          {messages.back}
        </a>
      </p>
      <section class="wb-cited-head">
        <CitedHead slug={slug} names={names} answer={data} article={article} />
      </section>
      {data.documents.length > 0 && <Citers slug={slug} names={names} answer={data} />}
    </>
  );
}

interface AnswerProps {
  readonly slug: string;
  readonly names: DossierNames;
  readonly answer: CitingResponse;
}

function CitedHead({ slug, names, answer, article }: AnswerProps & { article: string | undefined }) {
  const messages = referenceMessages[language.value];
  const { reference, documents } = answer;
  if (!reference || documents.length === 0) {
    return (
      <section class="wb-empty">
        <h2>{messages.nobodyTitle}</h2>
        <p>{messages.nobodyText}</p>
      </section>
    );
  }
  const name = nameSource(reference, language.value);
  if (article === undefined) {
    return (
      <>
        <h2>{name}</h2>
        <SourcePlace slug={slug} source={reference} names={names} />
        <SourceArticles slug={slug} source={reference} />
      </>
    );
  }
  const link = reference.articles.find((one) => one.article === article)?.link;
  const whole = nameCited({ source: reference, article }, language.value);
  return (
    <>
      <h2>{whole}</h2>
      <p class="wb-source-place">
        <OfficialLink href={link} name={whole} />
        <a class="utrecht-link utrecht-link--html-a" href={referencesHref(slug, { source: reference.key })}>
          {messages.wholeSource(name)}
        </a>
      </p>
    </>
  );
}

function Citers({ slug, names, answer: { annotations, documents, total, next } }: AnswerProps) {
  const messages = referenceMessages[language.value];
  const titleOf = (id: string) => names.documentsById.get(id)?.title ?? id;
  const sorted = documents.toSorted((one, other) => compareText(titleOf(one), titleOf(other)));
  return (
    <>
      <section class="wb-citers">
        <h3>
          {messages.documentsTitle} ({documents.length})
        </h3>
        <ul>
          {sorted.map((id) => (
            <li key={id}>
              <a class="utrecht-link utrecht-link--html-a" href={documentHref(slug, id)}>
                {titleOf(id)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="wb-citers">
        <h3>
          {messages.passagesTitle}
          {total !== undefined && ` (${total})`}
        </h3>
        {annotations.length === 0 && <p class="wb-muted">{messages.noPassages}</p>}
        <ol class="wb-results">
          {annotations.map((annotation) => (
            <ListedPassage key={annotation.id} annotation={annotation} names={names} />
          ))}
        </ol>
        <Pager next={next} />
      </section>
    </>
  );
}
