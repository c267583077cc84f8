import { renditionListSchema } from '@waarborg/shared/api';
import { dateInWords } from '@waarborg/shared/citation';
import type { DocumentIdentifier, SourceDocument } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { identityKeys } from '@waarborg/shared/references';
import { dayInWords } from '@waarborg/shared/ui';
import type { ComponentChildren } from 'preact';
import { useList } from '../api/use-resource.ts';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { referencesHref } from '../routing/route.ts';
import type { KnownDocuments } from './use-known-documents.ts';

interface DocumentCardProps {
  readonly slug: string;
  readonly document: SourceDocument;
  readonly known: KnownDocuments;
}

/** What a document is: kind, issuer, date, identifiers, addresses and the texts that were kept. */
export function DocumentCard({ slug, document, known }: DocumentCardProps) {
  const messages = documentMessages[language.value];
  const { sourceType, date, identifiers, addresses } = document;
  return (
    <section class="wb-document-card" aria-label={messages.card}>
      <dl class="wb-facts">
        <Fact name={messages.type}>{domainMessages[language.value][`sourceType.${sourceType}`]}</Fact>
        <Fact name={messages.issuer}>{known.issuerName(document) || messages.unknown}</Fact>
        <Fact name={messages.date}>{date ? dateInWords(date, language.value) : messages.unknown}</Fact>
        {identifiers.length > 0 && (
          <Fact name={messages.identifiers}>
            <ul class="wb-plain-list">
              {identifiers.map(({ scheme, value }) => (
                <li key={scheme + value}>
                  {value} <span class="wb-muted">({domainMessages[language.value][`scheme.${scheme}`]})</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name={messages.addresses}>
          <Addresses addresses={addresses} />
        </Fact>
        <Fact name={messages.texts}>
          <KeptTexts slug={slug} document={document.id} />
        </Fact>
      </dl>
      <CitedBy slug={slug} identifiers={identifiers} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Addresses({ addresses }: Pick<SourceDocument, 'addresses'>) {
  const messages = documentMessages[language.value];
  if (addresses.length === 0) return <span class="wb-muted">{messages.notOnTheWeb}</span>;
  return (
    <ul class="wb-plain-list">
      {addresses.map(({ address }) => (
        <li key={address}>
          {/^https?:/u.test(address) ? (
            <a class="utrecht-link utrecht-link--html-a" href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          ) : (
            address
          )}
        </li>
      ))}
    </ul>
  );
}

const formats = { 'text/html': 'HTML', 'application/pdf': 'PDF' } as const;

function KeptTexts({ slug, document }: { slug: string; document: string }) {
  const messages = documentMessages[language.value];
  const path = `/dossiers/${slug}/documents/${document}/renditions`;
  const { data, failure, reload } = useList(path, renditionListSchema);
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data) return null;
  if (data.renditions.length === 0) return <span class="wb-muted">{messages.noTexts}</span>;
  return (
    <ul class="wb-plain-list">
      {data.renditions.map(({ id, document: own, source, mediaType, retrieved }) => {
        const text = messages.textOf(dayInWords(retrieved, language.value), formats[mediaType]);
        return (
          <li key={own + id + source}>
            <a
              class="utrecht-link utrecht-link--html-a"
              href={`/api/v1${path}/${id}`}
              target="_blank"
              rel="noreferrer"
              aria-label={messages.opensText(text)}
            >
              {text}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Schemes by which texts cite a document. */
const citable: readonly DocumentIdentifier['scheme'][] = ['ecli', 'official-publication', 'bwb', 'celex'];

/** The way to who cites a document; nothing where texts cannot name it. */
function CitedBy({ slug, identifiers }: { slug: string } & Pick<SourceDocument, 'identifiers'>) {
  const cited = identifiers.filter(({ scheme }) => citable.includes(scheme));
  const [source] = identityKeys({ identifiers: cited, addresses: [] });
  if (source === undefined) return null;
  return (
    <p>
      <a class="utrecht-link utrecht-link--html-a" href={referencesHref(slug, { source })}>
        {documentMessages[language.value].citedBy}
      </a>
    </p>
  );
}
