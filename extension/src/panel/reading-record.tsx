import { offeredConcepts } from '@waarborg/shared/codebook';
import type { ReadingDraft } from '@waarborg/shared/dossier';
import { currentReadings, mergeResolver } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { type OpenedDocument, requestBackground } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';
import { readSafeguards, toggleSafeguard } from './read-safeguards.ts';

interface ReadingRecordProps {
  readonly opened: OpenedDocument;
  readonly language: Language;
}

/** For which safeguards the reviewer has read the document: without it the matrix cannot tell "nothing" from "not read". */
export function ReadingRecord({ opened, language }: ReadingRecordProps) {
  const { messages, announce, settle } = usePanel();
  const { document, codebook, connection } = opened;
  const readings = currentReadings(opened.readings, mergeResolver(codebook.concepts));
  const read = readSafeguards(readings, connection.user.id);
  const others = new Set(readings.map(({ reviewer }) => reviewer).filter((id) => id !== connection.user.id));
  const save = async (safeguards: ReadingDraft['safeguards']) => {
    const reading = { document: document.id, safeguards };
    if (await settle(requestBackground('save-reading', { reading, document })))
      announce(messages.readingSaved);
  };
  const safeguards = offeredConcepts(codebook.concepts, 'safeguard');
  const count = read === 'all' ? safeguards.length : read.length;
  return (
    <section class="reading" aria-label={messages.readHeading}>
      <p class="reading-line">
        <span>
          {read === 'all' && (
            <>
              <span aria-hidden="true">✓ </span>
              {messages.readAll}
            </>
          )}
          {read !== 'all' && (count > 0 ? messages.readSome(count, safeguards.length) : messages.readNone)}
        </span>
        <button
          type="button"
          class={read === 'all' ? 'link' : ''}
          onClick={() => void save(read === 'all' ? [] : 'all')}
        >
          {read === 'all' ? messages.markUnread : messages.markReadAll}
        </button>
      </p>
      {others.size > 0 && <p class="facts">{messages.readByOthers(others.size)}</p>}
      <details>
        <summary>{messages.perSafeguard}</summary>
        {codebook.groups
          .filter(({ kind }) => kind === 'safeguard')
          .map((group) => (
            <fieldset key={group.id}>
              <legend>{group.label[language]}</legend>
              {safeguards
                .filter((concept) => concept.group === group.id)
                .map(({ id, label }) => (
                  <label key={id} class="option">
                    <input
                      type="checkbox"
                      checked={read === 'all' || read.includes(id)}
                      onChange={() => void save(toggleSafeguard(read, id, codebook))}
                    />
                    <span>{label[language]}</span>
                  </label>
                ))}
            </fieldset>
          ))}
      </details>
    </section>
  );
}
