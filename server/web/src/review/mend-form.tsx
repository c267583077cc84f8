import {
  type Annotation,
  annotationSchema,
  bases,
  type Coding,
  directions,
  measures,
  stages,
} from '@waarborg/shared/annotation';
import { conceptLabel } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createIdempotencyKey, putJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import type { DossierNames } from '../cell/use-dossier-names.ts';
import { language } from '../frame/language.ts';
import { ChoiceField } from '../people/choice-field.tsx';
import { ProblemLine } from '../people/notices.tsx';
import { changeStatement, isSameStatement, type StatementField, statementFields } from './mended-coding.ts';
import type { QueuedCoding } from './queue.ts';

interface MendFormProps {
  readonly slug: string;
  readonly names: DossierNames;
  readonly item: QueuedCoding;
  /** Called with the passage as it is now. */
  readonly onMended: (annotation: Annotation) => void;
  /** Called where the passage may have been changed meanwhile. */
  readonly onRefused: () => void;
  readonly onCancel: () => void;
}

/** What a coding says, to be mended by whoever may code; what is mended waits for a decision again. */
export function MendForm({ slug, names, item, onMended, onRefused, onCancel }: MendFormProps) {
  const { annotation, coding } = item;
  const messages = reviewMessages[language.value];
  const [said, setSaid] = useState<Coding>(coding);
  const action = useAction();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isSameStatement(said, coding)) {
      action.refuse(messages.unchanged);
      return;
    }
    const { id, revision, source, rendition, ranges, note, gone } = annotation;
    const codings = annotation.codings
      .map((one) => (one.id === coding.id ? said : one))
      .map(({ status: _, reason: __, ...draft }) => draft);
    const body = { source, rendition, ranges, note, gone, codings };
    const isSent = await action.run(async () => {
      const options = { language: language.value, idempotencyKey: createIdempotencyKey(), revision };
      const path = `/dossiers/${slug}/annotations/${id}`;
      onMended(await putJson(path, body, annotationSchema, options));
    });
    if (!isSent) onRefused();
  };
  return (
    <form
      class="wb-form wb-mend"
      ref={form}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <ProblemLine text={action.problem} />
      {statementFields.map((field) => (
        <ChoiceField
          key={field}
          label={messages[field]}
          value={said[field] ?? ''}
          onValue={(value) => setSaid(changeStatement(said, field, value))}
          options={optionsOf(field, names)}
        />
      ))}
      <div class="wb-actions">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={action.isBusy}
        >
          {messages.mendNow}
        </button>
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onCancel}>
          {messages.cancel}
        </button>
      </div>
    </form>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const vocabularies = { measure: measures, stage: stages, direction: directions, basis: bases } as const;

/** What can be said in a part of a coding, the empty choice first where it may be left out. */
function optionsOf(field: StatementField, { vocabulary }: DossierNames): Option[] {
  const notNamed = { value: '', label: reviewMessages[language.value].notNamed };
  switch (field) {
    case 'safeguard':
    case 'impact': {
      const concepts = [...vocabulary.concepts.values()]
        .filter(({ kind, mergedInto, retired }) => kind === field && !mergedInto && !retired)
        .map(({ id }) => ({ value: id, label: conceptLabel(vocabulary, id) }));
      return field === 'impact' ? [notNamed, ...concepts] : concepts;
    }
    case 'speaker':
      return [...vocabulary.speakers.values()]
        .filter(({ mergedInto }) => mergedInto === undefined)
        .map(({ id, name }) => ({ value: id, label: name }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'nl'));
    default: {
      const words: Readonly<Record<string, string>> = domainMessages[language.value];
      const own = vocabularies[field].map((value) => ({ value, label: words[`${field}.${value}`] ?? value }));
      return field === 'measure' || field === 'stage' ? [notNamed, ...own] : own;
    }
  }
}
