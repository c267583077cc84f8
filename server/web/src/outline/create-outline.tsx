import { maxOutlineTitleLength, outlineSchema } from '@waarborg/shared/dossier';
import { outlineMessages } from '@waarborg/shared/messages/outline';
import { useState } from 'preact/hooks';
import { v7 as createUuid } from 'uuid';
import { postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { navigate } from '../routing/navigation.ts';
import { outlineHref } from '../routing/route.ts';

/** Adds an outline to a dossier; gives it as it is kept. */
export function addOutline(slug: string, title: string) {
  return postJson(`/dossiers/${slug}/outlines`, { id: createUuid(), title }, outlineSchema);
}

/** Begins a new outline and opens it. */
export function CreateOutline({ slug, onCreated }: { slug: string; onCreated: () => void }) {
  const messages = outlineMessages[language.value];
  const action = useAction();
  const [title, setTitle] = useState('');
  const create = () =>
    action.run(async () => {
      const { id } = await addOutline(slug, title.trim() || messages.defaultTitle);
      setTitle('');
      onCreated();
      navigate(outlineHref(slug, id));
    });
  return (
    <form
      class="wb-outline-create"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Field
        label={messages.newTitle}
        name="title"
        value={title}
        onValue={setTitle}
        maxLength={maxOutlineTitleLength}
      />
      <Button type="submit" tone="primary" aria-disabled={action.isBusy}>
        {messages.create}
      </Button>
      <ProblemLine text={action.problem} />
    </form>
  );
}
