import { documentDateSchema, type SourceType, sourceTypes } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import type { Vocabulary } from '@waarborg/shared/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type OpenedDocument, requestBackground } from '../messaging/index.ts';
import { issuerName } from './issuer-name.ts';
import { usePanel } from './panel-context.ts';

interface DocumentFormProps {
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
  readonly onClose: () => void;
}

/** Corrects what was proposed of the document. */
export function DocumentForm({ opened, vocabulary, onClose }: DocumentFormProps) {
  const { messages, language, announce, settle } = usePanel();
  const { document } = opened;
  const namedIssuer = document.issuer ? issuerName(document.issuer, vocabulary) : '';
  const [title, setTitle] = useState(document.title);
  const [sourceType, setSourceType] = useState<SourceType>(document.sourceType);
  const [issuer, setIssuer] = useState(namedIssuer);
  const [date, setDate] = useState(document.date ?? '');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const isTitleMissing = title.trim() === '';
  const isDateInvalid = date.trim() !== '' && !documentDateSchema.safeParse(date.trim()).success;
  const save = async (event: Event) => {
    event.preventDefault();
    if (isTitleMissing || isDateInvalid) return;
    const draft = {
      ...document,
      title: title.trim(),
      sourceType,
      // The name stands for the id that it was shown for.
      issuer: issuer.trim() === namedIssuer ? document.issuer : issuer.trim() || undefined,
      date: date.trim() || undefined,
    };
    if (!(await settle(requestBackground('save-document', draft)))) return;
    announce(messages.documentSaved);
    onClose();
  };

  return (
    <form class="document-form" onSubmit={(event) => void save(event)} noValidate>
      <label for="title">{messages.titleField}</label>
      <input
        ref={first}
        id="title"
        value={title}
        aria-invalid={isTitleMissing}
        aria-describedby="title-failure"
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <p id="title-failure" class="failure" role="alert">
        {isTitleMissing && messages.titleMissing}
      </p>
      <label for="kind">{messages.kindField}</label>
      <select
        id="kind"
        value={sourceType}
        onChange={(event) => setSourceType(event.currentTarget.value as SourceType)}
      >
        {sourceTypes.map((type) => (
          <option key={type} value={type}>
            {domainMessages[language][`sourceType.${type}`]}
          </option>
        ))}
      </select>
      <label for="issuer">{messages.issuerField}</label>
      <input
        id="issuer"
        list="speakers"
        value={issuer}
        onInput={(event) => setIssuer(event.currentTarget.value)}
      />
      <datalist id="speakers">
        {opened.speakers
          .filter(({ mergedInto }) => !mergedInto)
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
      <label for="date">{messages.dateField}</label>
      <input
        id="date"
        value={date}
        aria-invalid={isDateInvalid}
        aria-describedby="date-hint date-failure"
        onInput={(event) => setDate(event.currentTarget.value)}
      />
      <p id="date-hint" class="hint">
        {messages.dateHint}
      </p>
      <p id="date-failure" class="failure" role="alert">
        {isDateInvalid && messages.dateInvalid}
      </p>
      <p class="actions">
        <button type="submit" class="primary">
          {messages.save}
        </button>
        <button type="button" onClick={onClose}>
          {messages.cancel}
        </button>
      </p>
    </form>
  );
}
