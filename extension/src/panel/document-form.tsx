import { type SourceType, sourceTypes } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { readDay } from '@waarborg/shared/text';
import type { Vocabulary } from '@waarborg/shared/ui';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type OpenedDocument, requestBackground } from '../messaging/index.ts';
import { issuerName } from './issuer-name.ts';
import { usePanel } from './panel-context.ts';
import { TextField } from './text-field.tsx';

interface DocumentFormProps {
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
  readonly onClose: () => void;
}

/** Corrects what was proposed of the document. */
export function DocumentForm({ opened, vocabulary, onClose }: DocumentFormProps) {
  const { messages, language, announce, settle } = usePanel();
  // What is corrected is what the reviewer saw when beginning, whatever comes in meanwhile.
  const [{ document, revision }] = useState(opened);
  const namedIssuer = document.issuer ? issuerName(document.issuer, vocabulary) : '';
  const [title, setTitle] = useState(document.title);
  const [sourceType, setSourceType] = useState<SourceType>(document.sourceType);
  const [issuer, setIssuer] = useState(namedIssuer);
  const [date, setDate] = useState(document.date ?? '');
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);

  const isTitleMissing = title.trim() === '';
  const day = readDay(date);
  const isDateInvalid = date.trim() !== '' && day === undefined;
  const save = async (event: Event) => {
    event.preventDefault();
    if (isTitleMissing || isDateInvalid) return;
    const draft = {
      ...document,
      title: title.trim(),
      sourceType,
      // The name stands for the id that it was shown for.
      issuer: issuer.trim() === namedIssuer ? document.issuer : issuer.trim() || undefined,
      date: day,
    };
    if (
      !(await settle(requestBackground('save-document', { document: draft, seen: document, base: revision })))
    )
      return;
    announce(messages.documentSaved);
    onClose();
  };

  return (
    <form ref={form} class="document-form" onSubmit={(event) => void save(event)} noValidate>
      <TextField
        id="title"
        label={messages.titleField}
        value={title}
        onChange={setTitle}
        failure={isTitleMissing ? messages.titleMissing : undefined}
      />
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
      <TextField
        id="issuer"
        label={messages.issuerField}
        value={issuer}
        onChange={setIssuer}
        suggestions={opened.speakers.filter(({ mergedInto }) => !mergedInto).map(({ name }) => name)}
      />
      <TextField
        id="date"
        label={messages.dateField}
        value={date}
        onChange={setDate}
        hint={messages.dateHint}
        failure={isDateInvalid ? messages.dateInvalid : undefined}
      />
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
