import { addedPassagesSchema, outlineListSchema, outlineResponseSchema } from '@waarborg/shared/api';
import { maxOutlineParts, type Outline, type OutlinePart } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useState } from 'preact/hooks';
import type { ApiFailure } from '../api/failure.ts';
import { renew } from '../api/renewal.ts';
import { postJson } from '../api/request.ts';
import { type Changes, useChanges } from '../api/use-changes.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { LastChange } from '../forms/last-change.tsx';
import { ToggleButton } from '../forms/toggle-button.tsx';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { outlineHref } from '../routing/route.ts';
import { addOutline } from './create-outline.tsx';
import { shortName } from './short-name.ts';

/** Passages that are put into an outline together. */
interface ManyPassages {
  /** Annotation ids, in the order in which they come to stand, each once. */
  readonly shown: readonly string[];
  /** How many passages are left out because they repeat one of these. */
  readonly folded: number;
}

interface AllToOutlineProps {
  readonly slug: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Undefined until they are here. */
  readonly passages: ManyPassages | undefined;
  /** How many claims there are, where their passages are more than any outline takes. */
  readonly tooMany: number | undefined;
  /** Why the passages are not here. */
  readonly failure: ApiFailure | undefined;
  readonly onRetry: () => void;
}

/**
 * Puts passages into an outline together, at its end or under one of its headings: all of them, or none. Those that
 * stand in it stay where they are. What will happen is said before, and what happened can be undone at once.
 */
export function AllToOutline({ slug, isOpen, onOpen, passages, tooMany, ...asked }: AllToOutlineProps) {
  const messages = outlineMessages[language.value];
  const [filled, setFilled] = useState<string>();
  const changes = useChanges(slug, {
    changedMeanwhile: messages.changedMeanwhile,
    onChange: () => renew(`/dossiers/${slug}/outlines`),
  });
  return (
    <div class="wb-all-to-outline">
      <ToggleButton text={messages.allToOutline} isOpen={isOpen} onOpen={onOpen} tone="subtle" />
      {isOpen && tooMany !== undefined && <p>{messages.tooManyClaims(tooMany, maxOutlineParts)}</p>}
      {isOpen && asked.failure && <ProblemNotice failure={asked.failure} onRetry={asked.onRetry} />}
      {isOpen && !passages && tooMany === undefined && !asked.failure && (
        <LoadingNotice>{messages.loadingPassages}</LoadingNotice>
      )}
      {isOpen && passages && (
        <ChooseOutline
          slug={slug}
          passages={passages}
          changes={changes}
          onAdded={(outline) => {
            setFilled(outline);
            onOpen(false);
          }}
        />
      )}
      <LastChange slug={slug} changes={changes} />
      {filled !== undefined && changes.done?.revision !== undefined && (
        <a class="utrecht-link utrecht-link--html-a" href={outlineHref(slug, filled)}>
          {messages.openOutline}
        </a>
      )}
    </div>
  );
}

/** Stands for an outline that is yet to be begun, and for no heading. */
const none = '';

interface ChooseOutlineProps {
  readonly slug: string;
  readonly passages: ManyPassages;
  readonly changes: Changes;
  readonly onAdded: (outline: string) => void;
}

/** Where the passages go. */
function ChooseOutline({ slug, passages, changes, onAdded }: ChooseOutlineProps) {
  const messages = outlineMessages[language.value];
  const path = `/dossiers/${slug}/outlines`;
  const list = useList(path, outlineListSchema);
  const [chosen, setChosen] = useState<string>();
  const [heading, setHeading] = useState(none);
  const outlines = list.data?.outlines;
  const id = chosen ?? outlines?.[0]?.id ?? none;
  const outline = useResource(outlines && id !== none ? `${path}/${id}` : undefined, outlineResponseSchema);
  const known = outline.data?.id === id ? outline.data : undefined;
  const failure = list.failure ?? (id === none || known ? undefined : outline.failure);
  if (failure) {
    const retry = () => {
      list.reload();
      outline.reload();
    };
    return <ProblemNotice failure={failure} onRetry={retry} />;
  }
  if (!outlines || (id !== none && !known)) return <LoadingNotice>{messages.loading}</LoadingNotice>;

  const add = async () => {
    let into: Outline | undefined = known;
    const isAdded = await changes.make(async () => {
      into ??= await addOutline(slug, messages.defaultTitle);
      setChosen(into.id);
      const body = { annotations: passages.shown, ...(heading !== none && { heading }) };
      const { added, standing, revision } = await postJson(
        `${path}/${into.id}/passages`,
        body,
        addedPassagesSchema,
      );
      const told = [
        messages.allAdded(into.title, added),
        ...(standing > 0 ? [messages.someStood(standing)] : []),
      ];
      return { text: told.join(' '), revision, isRepeatable: true };
    });
    if (isAdded && into) onAdded(into.id);
    // How much of it stands there by now is seen below.
    else renew(path);
  };
  const headings = known?.parts.filter(({ content }) => content.kind === 'heading') ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <ChoiceField
        label={messages.inOutline}
        value={id}
        onValue={(value) => {
          setChosen(value);
          setHeading(none);
        }}
        options={[
          ...outlines.map(({ id: value, title }) => ({ value, label: title })),
          { value: none, label: messages.newOutline(messages.defaultTitle) },
        ]}
      />
      {headings.length > 0 && (
        <ChoiceField
          label={messages.underHeading}
          value={heading}
          onValue={setHeading}
          options={[
            { value: none, label: messages.atEnd },
            ...headings.map((part) => ({ value: part.id, label: headingInList(part) })),
          ]}
        />
      )}
      <WhatHappens passages={passages} parts={known?.parts ?? []} changes={changes} />
    </form>
  );
}

/** A heading as one of a list, a deeper one further in. */
function headingInList({ content }: OutlinePart): string {
  if (content.kind !== 'heading') return '';
  const text = shortName(content.text) || outlineMessages[language.value].emptyHeading;
  return `${'\u2003'.repeat(content.level - 1)}${text}`;
}

interface WhatHappensProps {
  readonly passages: ManyPassages;
  /** What stands in the outline. */
  readonly parts: readonly OutlinePart[];
  readonly changes: Changes;
}

/** How many passages will be put in and how many not, and the button that does it where there is something to do. */
function WhatHappens({ passages: { shown, folded }, parts, changes: { action } }: WhatHappensProps) {
  const messages = outlineMessages[language.value];
  const there = new Set(parts.map(({ content }) => (content.kind === 'passage' ? content.annotation : none)));
  const fresh = shown.filter((passage) => !there.has(passage)).length;
  const room = maxOutlineParts - parts.length;
  const told = [
    messages.allInOrder(shown.length),
    ...(folded > 0 ? [messages.foldedStay(folded)] : []),
    ...(fresh < shown.length ? [messages.standAlready(shown.length - fresh)] : []),
    ...(fresh > room ? [messages.noRoom(fresh, room, maxOutlineParts)] : []),
    ...(action.problem ? [messages.allOrNone] : []),
  ];
  return (
    <>
      <p aria-live="polite">{told.join(' ')}</p>
      {fresh > 0 && fresh <= room && (
        <Button type="submit" tone="primary" aria-disabled={action.isBusy}>
          {messages.addAll(fresh)}
        </Button>
      )}
    </>
  );
}
