import { outlineListSchema, outlineResponseSchema } from '@waarborg/shared/api';
import { type Outline, outlinePartSchema } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useState } from 'preact/hooks';
import { v7 as createUuid } from 'uuid';
import { getJson, getList, postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { isOffline } from '../frame/edition.ts';
import { language } from '../language/language.ts';
import { outlineHref } from '../routing/route.ts';
import { addOutline } from './create-outline.tsx';
import { shortName } from './short-name.ts';

interface ToOutlineProps {
  readonly slug: string;
  /** Annotation id. */
  readonly annotation: string;
  /** Words by which the passage is known. */
  readonly name: string;
}

/** The outline in which the passage stands now, and whether it stood there before. */
interface Standing {
  readonly outline: Outline;
  readonly stoodThere: boolean;
}

/**
 * Puts a passage at the end of an outline: of the only one at once, of several after a choice; where there is none
 * yet, one is begun. One that stands in it already is put there again only when that is asked for.
 */
export function ToOutline({ slug, annotation, name }: ToOutlineProps) {
  const messages = outlineMessages[language.value];
  const action = useAction();
  const [choice, setChoice] = useState<readonly Outline[]>();
  const [standing, setStanding] = useState<Standing>();
  if (isOffline) return null;

  const add = async (outline: Outline) => {
    const part = { id: createUuid(), content: { kind: 'passage', annotation } };
    await postJson(`/dossiers/${slug}/outlines/${outline.id}/parts`, part, outlinePartSchema);
    setStanding({ outline, stoodThere: false });
  };
  const addOnce = async (outline: Outline) => {
    const { parts } = await getJson(`/dossiers/${slug}/outlines/${outline.id}`, outlineResponseSchema);
    const stoodThere = parts.some(
      ({ content }) => content.kind === 'passage' && content.annotation === annotation,
    );
    if (stoodThere) setStanding({ outline, stoodThere });
    else await add(outline);
    setChoice(undefined);
  };
  const begin = () =>
    action.run(async () => {
      const { outlines } = await getList(`/dossiers/${slug}/outlines`, outlineListSchema);
      const [only] = outlines;
      if (outlines.length > 1) setChoice(outlines);
      else await addOnce(only ?? (await addOutline(slug, messages.defaultTitle)));
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
              onClick={() => void action.run(() => addOnce(outline))}
            >
              {outline.title}
            </button>
          ))}
        </fieldset>
      )}
      <span role="status">
        {standing && (
          <>
            {(standing.stoodThere ? messages.standsIn : messages.added)(standing.outline.title)}{' '}
            <a class="utrecht-link utrecht-link--html-a" href={outlineHref(slug, standing.outline.id)}>
              {messages.openOutline}
            </a>
          </>
        )}
      </span>
      {standing?.stoodThere && (
        <button
          type="button"
          class="wb-text-button"
          aria-disabled={action.isBusy || undefined}
          onClick={() => void action.run(() => add(standing.outline))}
        >
          {messages.addAgain}
        </button>
      )}
      <ProblemLine text={action.problem} />
    </div>
  );
}
