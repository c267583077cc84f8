import { type Annotation, annotationSchema } from '@waarborg/shared/annotation';
import type { SearchResult } from '@waarborg/shared/api';
import { citedPlace, sourceLink } from '@waarborg/shared/citation';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { searchMessages } from '@waarborg/shared/messages/search';
import { webMessages } from '@waarborg/shared/messages/web';
import { CodingChips, conceptLabel, PassageQuote } from '@waarborg/shared/ui';
import { useResource } from '../api/use-resource.ts';
import { language } from '../language/language.ts';
import { viewSearch } from '../matrix-view/view.ts';
import { citationOf } from '../names/citation-of.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { ToOutline } from '../outline/to-outline.tsx';
import { matrixHref } from '../routing/route.ts';
import { MarkedText } from './marked-text.tsx';

interface HitProps {
  readonly slug: string;
  readonly result: SearchResult;
  readonly names: DossierNames;
}

/** One thing that was found: what it is, where the words stand in it, and the ways to it. */
export function SearchHit({ slug, result, names }: HitProps) {
  const path = result.annotation && `/dossiers/${slug}/annotations/${result.annotation}`;
  const passage = useResource(path, annotationSchema).data;
  const document = names.documentsById.get(result.document);
  // Words that were found in a note say nothing without the passage on which it was made.
  const showsQuote = result.excerpts.some(({ of }) => of === 'quote');
  return (
    <li class="wb-result">
      <p class="wb-result-kind">{kindOf(result, document)}</p>
      {passage && !showsQuote && <PassageQuote ranges={passage.ranges} language={language.value} />}
      {result.excerpts.map((excerpt, index) => (
        <ExcerptText key={index} excerpt={excerpt} />
      ))}
      {passage && passage.codings.length > 0 && (
        <CodingChips codings={passage.codings} vocabulary={names.vocabulary} />
      )}
      <div class="wb-result-foot">
        <cite>{citationOf(result.document, passage ? citedPlace(passage) : {}, names)}</cite>
        <SourceLink document={document} passage={passage} />
        {passage && <CellLinks slug={slug} passage={passage} names={names} />}
        {names.mayWrite && passage && passage.ranges.length > 0 && (
          <ToOutline slug={slug} annotation={passage.id} name={passage.ranges[0]?.exact ?? ''} />
        )}
        {result.kind === 'document' && <DocumentCell slug={slug} document={document} />}
      </div>
    </li>
  );
}

function kindOf(result: SearchResult, document: SourceDocument | undefined): string {
  if (result.kind === 'passage') return searchMessages[language.value].passage;
  return document ? domainMessages[language.value][`sourceType.${document.sourceType}`] : '';
}

const excerptWords = { quote: undefined, note: 'inNote', title: 'inTitle', text: 'inText' } as const;

function ExcerptText({
  excerpt: { of, text, start, goesOn, hits },
}: {
  excerpt: SearchResult['excerpts'][number];
}) {
  const words = excerptWords[of];
  const marked = (
    <>
      {start > 0 && '… '}
      <MarkedText text={text} hits={hits} />
      {goesOn && ' …'}
    </>
  );
  if (words === undefined) return <blockquote class="wb-quote">{marked}</blockquote>;
  return (
    <p class="wb-excerpt" data-of={of}>
      <span class="wb-muted">{searchMessages[language.value][words]}</span> {marked}
    </p>
  );
}

function SourceLink({
  document,
  passage,
}: {
  document: SourceDocument | undefined;
  passage: Annotation | undefined;
}) {
  const messages = webMessages[language.value];
  const [first] = passage?.ranges ?? [];
  const onTheWeb = document?.addresses.find(({ address }) => /^https?:/u.test(address))?.address;
  const href =
    passage && first
      ? sourceLink({ id: passage.id, source: passage.source, exact: first.exact, page: first.page })
      : onTheWeb;
  if (!href) return <span class="wb-muted">{messages.notOnTheWeb}</span>;
  return (
    <a
      class="utrecht-link utrecht-link--html-a"
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={document && messages.openSourceOf(document.title)}
    >
      {messages.openSource}
    </a>
  );
}

/**
 * The cells of the matrix in which a passage counts, each once; the row's total where it names no impact. A coding that
 * a curator sent back counts in none.
 */
function CellLinks({ slug, passage, names }: { slug: string; passage: Annotation; names: DossierNames }) {
  const messages = searchMessages[language.value];
  const cells = new Map(
    passage.codings.flatMap(({ safeguard, impact, status }) => {
      if (status === 'rejected') return [];
      const selection = { row: safeguard, ...(impact === undefined ? {} : { column: impact }) };
      const search = viewSearch({
        rows: 'safeguard',
        columns: 'impact',
        count: 'claims',
        filters: {},
        selection,
      });
      const labels = [safeguard, impact].flatMap((id) =>
        id === undefined ? [] : conceptLabel(names.vocabulary, id),
      );
      return [[search, labels.join(' × ')] as const];
    }),
  );
  return [...cells].map(([search, label]) => (
    <a key={search} class="utrecht-link utrecht-link--html-a" href={matrixHref(slug) + search}>
      {messages.inMatrix(label)}
    </a>
  ));
}

/** The way to all that was coded in a document. */
function DocumentCell({ slug, document }: { slug: string; document: SourceDocument | undefined }) {
  if (!document) return null;
  const search = viewSearch({
    rows: 'document',
    columns: 'safeguard',
    count: 'claims',
    filters: {},
    selection: { row: document.id },
  });
  return (
    <a class="utrecht-link utrecht-link--html-a" href={matrixHref(slug) + search}>
      {searchMessages[language.value].claimsOfDocument}
    </a>
  );
}
