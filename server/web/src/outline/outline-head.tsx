import type { OutlineResponse } from '@waarborg/shared/api';
import { isAccepted, maxOutlineTitleLength, outlineSchema } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { dayInWords, saveFile } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { deleteAt, getFile, putJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import type { Changes } from '../api/use-changes.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { takeFocus } from '../forms/take-focus.ts';
import { useFocusAfter } from '../forms/use-focus-after.ts';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { navigate } from '../routing/navigation.ts';
import { outlineHref } from '../routing/route.ts';

interface OutlineHeadProps {
  readonly slug: string;
  readonly outline: OutlineResponse;
  readonly mayWrite: boolean;
  readonly changes: Changes;
  /** Whether the appendix counts accepted codings only. */
  readonly onlyAccepted: boolean;
  readonly onOnlyAccepted: (isChosen: boolean) => void;
  /** The outlines are others now. */
  readonly onChanged: () => void;
}

/** Title of an outline, the papers that come out of it, and what can be done to it as a whole. */
export function OutlineHead({
  slug,
  outline,
  mayWrite,
  changes,
  onlyAccepted,
  onOnlyAccepted,
  onChanged,
}: OutlineHeadProps) {
  const messages = outlineMessages[language.value];
  const action = useAction();
  const path = `/dossiers/${slug}/outlines/${outline.id}`;
  const notAccepted = outline.annotations.filter((annotation) => !isAccepted(annotation)).length;
  const download = (format: 'docx' | 'markdown') => {
    const query = new URLSearchParams({ format, language: language.value });
    if (onlyAccepted) query.set('status', 'accepted');
    void action.run(async () => saveFile(await getFile(`${path}/paper?${query}`)));
  };
  const remove = async () => {
    const isDone = await changes.make(async () => {
      const revision = await deleteAt(path, { revision: outline.revision });
      return { text: messages.deleted(outline.title), revision };
    });
    if (isDone) navigate(outlineHref(slug), { replace: true });
  };
  return (
    <header class="wb-outline-head">
      <OutlineTitle path={path} outline={outline} mayWrite={mayWrite} onChanged={onChanged} />
      {notAccepted > 0 && (
        <p class="wb-not-accepted">{paperMessages[language.value].notAccepted(notAccepted)}</p>
      )}
      <div class="wb-part-buttons wb-outline-actions">
        {(['docx', 'markdown'] as const).map((format) => (
          <Button
            key={format}
            tone={format === 'docx' ? 'primary' : 'secondary'}
            aria-disabled={action.isBusy}
            onClick={() => download(format)}
          >
            {format === 'docx' ? messages.toWord : messages.toMarkdown}
          </Button>
        ))}
        <Button onClick={() => window.print()}>{messages.print}</Button>
        {mayWrite && (
          <ConfirmButton
            text={messages.deleteOutline}
            question={messages.deleteSure(outline.title)}
            isBusy={changes.action.isBusy}
            onConfirm={() => void remove()}
          />
        )}
        <p role="status">{action.isBusy && messages.making}</p>
      </div>
      <label class="wb-check wb-outline-appendix">
        <input
          type="checkbox"
          checked={onlyAccepted}
          onChange={(event) => onOnlyAccepted(event.currentTarget.checked)}
        />{' '}
        {messages.onlyAccepted}
      </label>
      <ProblemLine text={action.problem} />
    </header>
  );
}

function OutlineTitle({
  path,
  outline,
  mayWrite,
  onChanged,
}: Pick<OutlineHeadProps, 'outline' | 'mayWrite' | 'onChanged'> & { readonly path: string }) {
  const messages = outlineMessages[language.value];
  const action = useAction();
  const [title, setTitle] = useState<string>();
  const button = useFocusAfter<HTMLButtonElement>(title !== undefined);
  if (title === undefined) {
    return (
      <div class="wb-outline-title">
        <h2>{outline.title}</h2>
        <p class="wb-outline-day">{dayInWords(new Date().toISOString(), language.value)}</p>
        {mayWrite && (
          <button type="button" ref={button} class="wb-text-button" onClick={() => setTitle(outline.title)}>
            {messages.rename}
          </button>
        )}
      </div>
    );
  }
  const rename = async () => {
    const { revision } = outline;
    const isDone = await action.run(async () => {
      await putJson(path, { title: title.trim() }, outlineSchema, { revision });
    });
    if (!isDone) return;
    setTitle(undefined);
    onChanged();
  };
  return (
    <form
      class="wb-outline-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void rename();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTitle(undefined);
      }}
    >
      <label>
        <span class="wb-visually-hidden">{messages.title}</span>
        <input
          ref={takeFocus}
          class="utrecht-textbox utrecht-textbox--html-input"
          value={title}
          maxLength={maxOutlineTitleLength}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <Button type="submit" tone="primary">
        {messages.save}
      </Button>
      <Button tone="subtle" onClick={() => setTitle(undefined)}>
        {messages.cancel}
      </Button>
      <ProblemLine text={action.problem} />
    </form>
  );
}
