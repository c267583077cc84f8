import { dateInWords } from '@waarborg/shared/citation';
import { domainMessages } from '@waarborg/shared/messages';
import type { Vocabulary } from '@waarborg/shared/ui';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { documentsAddress } from '../connection/matrix-address.ts';
import type { OpenedDocument } from '../messaging/index.ts';
import { DocumentForm } from './document-form.tsx';
import { issuerName } from './issuer-name.ts';
import { usePanel } from './panel-context.ts';
import { ReadingRecord } from './reading-record.tsx';

type Words = (typeof domainMessages)['nl'];

interface DocumentCardProps {
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
}

/** What document this is, how it was recognised, and for what it was read. */
export function DocumentCard({ opened, vocabulary }: DocumentCardProps) {
  const { messages, language } = usePanel();
  const [isEditing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    // What had the focus went away with the form.
    if (wasEditing.current && !isEditing) opener.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const { document, connection } = opened;
  const words = domainMessages[language];
  const facts = [
    words[`sourceType.${document.sourceType}`],
    document.issuer ? issuerName(document.issuer, vocabulary) : messages.unknownIssuer,
    document.date ? dateInWords(document.date, language) : messages.noDate,
  ];
  return (
    <section class="document" aria-labelledby="document-title">
      <h1 id="document-title">{document.title}</h1>
      {isEditing ? (
        <DocumentForm opened={opened} vocabulary={vocabulary} onClose={() => setEditing(false)} />
      ) : (
        <p class="facts">
          {facts.join('\u00a0· ')}
          {'\u00a0· '}
          <button
            ref={opener}
            type="button"
            class="link"
            aria-label={messages.changeDocument}
            onClick={() => setEditing(true)}
          >
            {messages.change}
          </button>
        </p>
      )}
      <p class="facts">
        {recognition(opened, messages, words)} {!opened.known && messages.newDocument}
      </p>
      {opened.hasNamesake && (
        <p class="facts">
          {messages.namesake}{' '}
          <a
            href={documentsAddress(connection.server, connection.dossier.slug)}
            target="_blank"
            rel="noreferrer"
          >
            {messages.namesakeDocuments}
          </a>
        </p>
      )}
      <ReadingRecord opened={opened} language={language} />
    </section>
  );
}

type Messages = ReturnType<typeof usePanel>['messages'];

/** Hashes recognise a PDF but say nothing to a person. */
const hashSchemes = new Set(['sha256', 'text-sha256', 'pdf-id']);

function recognition({ document, known }: OpenedDocument, messages: Messages, words: Words): string {
  const readable = document.identifiers.filter(({ scheme }) => !hashSchemes.has(scheme));
  const [hash] = document.identifiers;
  if (readable.length > 0) return messages.recognisedBy(readable.map(({ value }) => value).join(', '));
  if (!known) return ''; // There was nothing to recognise it by, or with.
  return hash ? messages.recognisedBy(words[`scheme.${hash.scheme}`]) : messages.recognisedByAddress;
}
