import type { ListedSource } from '@waarborg/shared/api';
import { nameSource } from '@waarborg/shared/citation';
import { referenceMessages } from '@waarborg/shared/messages/references';
import type { ComponentChildren } from 'preact';
import { language } from '../language/language.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { documentHref, referencesHref } from '../routing/route.ts';

/** Articles of a law that are shown before "more". */
const firstArticles = 12;

interface SourceEntryProps {
  readonly slug: string;
  readonly source: ListedSource;
  readonly names: DossierNames;
}

/** Something that is cited: its name, who cites it, its articles, and the ways to it. */
export function SourceEntry({ slug, source, names }: SourceEntryProps) {
  const messages = referenceMessages[language.value];
  const [passages, documents] = [messages.passages(source.passages), messages.documents(source.documents)];
  return (
    <li class="wb-entry wb-source">
      <h3>
        <a class="utrecht-link utrecht-link--html-a" href={referencesHref(slug, { source: source.key })}>
          {nameSource(source, language.value)}
        </a>
      </h3>
      {source.group === 'unnamed' && <p class="wb-muted">{messages.unnamedHint}</p>}
      <p>{messages.cited(passages, documents)}</p>
      <SourcePlace slug={slug} source={source} names={names} />
      <SourceArticles slug={slug} source={source} />
    </li>
  );
}

/** Whether the dossier has a source, and the ways to it. */
export function SourcePlace({ slug, source, names }: SourceEntryProps) {
  const messages = referenceMessages[language.value];
  if (source.group === 'unnamed') return null;
  const document = source.document === undefined ? undefined : names.documentsById.get(source.document);
  return (
    <p class="wb-source-place">
      {document && (
        <span>
          <span aria-hidden="true">✓</span> {messages.isInDossier}{' '}
          <a class="utrecht-link utrecht-link--html-a" href={documentHref(slug, document.id)}>
            {document.title}
          </a>
        </span>
      )}
      {!document && (
        <span class="wb-muted">{source.identifier ? messages.isNotInDossier : messages.isUncertain}</span>
      )}
      <OfficialLink href={source.link} name={nameSource(source, language.value)} />
    </p>
  );
}

/** The way to where a source is published; nothing where no address is certain. */
export function OfficialLink({ href, name }: { href: string | undefined; name: string }) {
  const messages = referenceMessages[language.value];
  if (href === undefined) return null;
  return (
    <a
      class="utrecht-link utrecht-link--html-a"
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={messages.openOfficialOf(name)}
    >
      {messages.openOfficial}
    </a>
  );
}

/** The articles of a law that are cited, each with the way to who cites it; nothing where only the law is cited. */
export function SourceArticles({ slug, source }: Pick<SourceEntryProps, 'slug' | 'source'>) {
  const messages = referenceMessages[language.value];
  const entries = source.articles.map(({ article, passages, documents }) => (
    <li key={article}>
      <a
        class="utrecht-link utrecht-link--html-a"
        href={referencesHref(slug, { source: source.key, article })}
        aria-label={messages.articleCited(
          article,
          messages.passages(passages),
          messages.documents(documents),
        )}
      >
        {article}
      </a>
    </li>
  ));
  const list = (content: ComponentChildren) => (
    <ul class="wb-source-articles" aria-label={messages.articlesOf(nameSource(source, language.value))}>
      {content}
    </ul>
  );
  if (entries.length === 0) return null;
  if (entries.length <= firstArticles + 1) return list(entries);
  return (
    <>
      {list(entries.slice(0, firstArticles))}
      <details>
        <summary>{messages.moreArticles(entries.length - firstArticles)}</summary>
        {list(entries.slice(firstArticles))}
      </details>
    </>
  );
}
