import { outlineListSchema } from '@waarborg/shared/api';
import { type Outline, outlinePartSchema } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useState } from 'preact/hooks';
import { v7 as createUuid } from 'uuid';
import { getList, postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { isOffline } from '../frame/edition.ts';
import { language } from '../language/language.ts';
import { outlineHref } from '../routing/route.ts';
import { addOutline } from './create-outline.tsx';
import { shortName } from './outline-edits.ts';

interface ToOutlineProps {
  readonly slug: string;
  /** Annotation id. */
  readonly annotation: string;
  /** Words by which the passage is known. */
  readonly name: string;
}

/**
 * Puts a passage at the end of an outline: of the only one at once, of several after a choice; where there is none
 * yet, one is begun.
 */
export function ToOutline({ slug, annotation, name }: ToOutlineProps) {
  const messages = outlineMessages[language.value];
  const action = useAction();
  const [choice, setChoice] = useState<readonly Outline[]>();
  const [added, setAdded] = useState<Outline>();
  if (isOffline) return null;

  const addTo = async (outline: Outline) => {
    const part = { id: createUuid(), content: { kind: 'passage', annotation } };
    await postJson(`/dossiers/${slug}/outlines/${outline.id}/parts`, part, outlinePartSchema);
    setChoice(undefined);
    setAdded(outline);
  };
  const begin = () =>
    action.run(async () => {
      const { outlines } = await getList(`/dossiers/${slug}/outlines`, outlineListSchema);
      const [only] = outlines;
      if (outlines.length > 1) setChoice(outlines);
      else await addTo(only ?? (await addOutline(slug, messages.defaultTitle)));
    });
  return (
    <div class="wb-to-outline">
      <button
        type="button"
        class="wb-text-button"
        aria-label={messages.toOutlineOf(shortName(name))}
        aria-expanded={choice ? true : undefined}
        aria-disabled={action.isBusy || undefined}
        onClick={() => void (choice ? setChoice(undefined) : begin())}
      >
        {messages.toOutline}
      </button>
      {choice && (
        <fieldset>
          <legend>{messages.chooseOutline}</legend>
          {choice.map((outline) => (
            <button
              key={outline.id}
              type="button"
              class="wb-text-button"
              onClick={() => void action.run(() => addTo(outline))}
            >
              {outline.title}
            </button>
          ))}
        </fieldset>
      )}
      <span role="status">
        {added && (
          <>
            {messages.added(added.title)}{' '}
            <a class="utrecht-link utrecht-link--html-a" href={outlineHref(slug, added.id)}>
              {messages.openOutline}
            </a>
          </>
        )}
      </span>
      <ProblemLine text={action.problem} />
    </div>
  );
}
