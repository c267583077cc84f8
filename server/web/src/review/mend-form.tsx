import {
  type Annotation,
  annotationSchema,
  bases,
  directions,
  measures,
  stages,
} from '@waarborg/shared/annotation';
import { offeredConcepts } from '@waarborg/shared/codebook';
import { conceptLabel, speakersByName } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { CodingChips } from '@waarborg/shared/ui';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure, currentIn } from '../api/failure.ts';
import { putJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { DisputedFields } from '../edits/disputed-fields.tsx';
import { isTyped } from '../edits/field-edit.ts';
import { useFieldEdit } from '../edits/use-field-edit.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { type StatementField, statementFields, statementOf, withStatement } from './mended-coding.ts';
import type { QueuedCoding } from './queue.ts';

interface MendFormProps {
  readonly slug: string;
  readonly names: DossierNames;
  /** The coding as it was when one began; what it is later, only a refusal tells. */
  readonly item: QueuedCoding;
  readonly onMended: () => void;
  readonly onCancel: () => void;
}

/** Sends a passage in which one coding says something else, over the version that was seen. */
function sendMended(slug: string, { annotation, coding }: QueuedCoding): Promise<Annotation> {
  const { id, revision, source, rendition, ranges, note, gone } = annotation;
  const codings = annotation.codings
    .map((one) => (one.id === coding.id ? coding : one))
    .map(({ status: _, reason: __, ...draft }) => draft);
  const body = { source, rendition, ranges, note, gone, codings };
  return putJson(`/dossiers/${slug}/annotations/${id}`, body, annotationSchema, { revision });
}

/**
 * What a coding says, to be mended by whoever may code; what is mended waits for a decision again. Nothing is sent
 * over a version that the reader has not seen: what somebody else made of it meanwhile stands beside it first.
 */
export function MendForm({ slug, names, item, onMended, onCancel }: MendFormProps) {
  const messages = reviewMessages[language.value];
  const [newest, setNewest] = useState(item);
  const [isGone, setGone] = useState(false);
  const { edit, type } = useFieldEdit(statementOf(newest.coding));
  const action = useAction();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), []);
  /** What stopped it, in words; undefined where nobody was before. */
  const takeRefusal = (error: unknown): string | undefined => {
    const theirs = currentIn(error, annotationSchema);
    const coding = theirs?.codings.find(({ id }) => id === item.coding.id);
    if (theirs && coding) {
      setNewest({ annotation: theirs, coding });
      return messages.mendedMeanwhile;
    }
    if (!theirs && !(error instanceof ApiFailure && error.code === 'annotation-not-found')) return undefined;
    setGone(true);
    return messages.mendGone;
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isTyped(edit)) {
      action.refuse(messages.unchanged);
      return;
    }
    let refusal: string | undefined;
    const coding = withStatement(newest.coding, edit.typed);
    const isSent = await action.run(async () => {
      await sendMended(slug, { ...newest, coding }).catch((error: unknown) => {
        refusal = takeRefusal(error);
        throw error;
      });
    });
    if (refusal) action.refuse(refusal);
    if (isSent) onMended();
  };
  return (
    <form
      class="wb-form wb-mend"
      ref={form}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <ProblemLine text={action.problem} />
      {newest !== item && (
        <section class="wb-mend-theirs" aria-label={messages.asItIsNow}>
          <p>{messages.asItIsNow}</p>
          <CodingChips codings={[newest.coding]} vocabulary={names.vocabulary} />
        </section>
      )}
      <DisputedFields
        edit={edit}
        nameOf={(field) => messages[field]}
        sayValue={(field, value) =>
          optionsOf(field, names).find((option) => option.value === value)?.label ?? value
        }
        onTake={type}
      />
      {statementFields.map((field) => (
        <ChoiceField
          key={field}
          label={messages[field]}
          value={edit.typed[field]}
          onValue={(value) => type(field, value)}
          options={optionsOf(field, names)}
        />
      ))}
      <div class="wb-actions">
        {!isGone && (
          <Button type="submit" tone="primary" aria-disabled={action.isBusy}>
            {messages.mendNow}
          </Button>
        )}
        <Button tone="subtle" onClick={onCancel}>
          {messages.cancel}
        </Button>
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
      const concepts = offeredConcepts(vocabulary.concepts.values(), field).map(({ id }) => ({
        value: id,
        label: conceptLabel(vocabulary, id),
      }));
      return field === 'impact' ? [notNamed, ...concepts] : concepts;
    }
    case 'speaker':
      return speakersByName(vocabulary).map(({ id, name }) => ({ value: id, label: name }));
    default: {
      const words: Readonly<Record<string, string>> = domainMessages[language.value];
      const own = vocabularies[field].map((value) => ({ value, label: words[`${field}.${value}`] ?? value }));
      return field === 'measure' || field === 'stage' ? [notNamed, ...own] : own;
    }
  }
}
