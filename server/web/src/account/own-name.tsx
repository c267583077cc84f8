import {
  type AccountResponse,
  accountResponseSchema,
  accountUpdateSchema,
  maxPersonNameLength,
} from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { useState } from 'preact/hooks';
import { putJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';

interface OwnNameProps {
  readonly account: AccountResponse;
  readonly onRenamed: () => void;
}

/** The name under which the reader's work is shown, to be changed. One that nobody chose is asked for. */
export function OwnName({ account: { user, isUnnamed }, onRenamed }: OwnNameProps) {
  const messages = peopleMessages[language.value];
  const [name, setName] = useState(isUnnamed ? '' : user.name);
  const [error, setError] = useState<string>();
  const [done, setDone] = useState<string>();
  const action = useAction();
  const submit = async () => {
    setDone(undefined);
    const draft = accountUpdateSchema.safeParse({ name: name.trim() });
    setError(draft.success ? undefined : messages.ownNameMissing);
    if (!draft.success) return;
    const isDone = await action.run(() => putJson('/me', draft.data, accountResponseSchema));
    if (!isDone) return;
    setDone(messages.ownNameSaved);
    onRenamed();
  };
  return (
    <ActionForm
      label={messages.ownNameSave}
      isBusy={action.isBusy}
      onSubmit={submit}
      labelledBy="own-name"
      after={<DoneLine text={done} />}
    >
      <h2 id="own-name">{isUnnamed ? messages.unnamedTitle : messages.ownNameTitle}</h2>
      {isUnnamed && <p>{messages.unnamedText(user.name)}</p>}
      <ProblemLine text={action.problem} />
      <Field
        label={messages.ownName}
        hint={messages.ownNameHint}
        name="own-name"
        value={name}
        onValue={setName}
        error={error}
        maxLength={maxPersonNameLength}
        autoComplete="name"
      />
    </ActionForm>
  );
}

/** Asks for a name where none was chosen, before it leaves in a file; nothing where one was. */
export function AskName() {
  const me = useResource('/me', accountResponseSchema);
  // Once it is given the form stays, to say that it was kept.
  const [wasUnnamed, setUnnamed] = useState(false);
  if (me.data?.isUnnamed && !wasUnnamed) setUnnamed(true);
  return me.data && wasUnnamed ? <OwnName account={me.data} onRenamed={me.reload} /> : null;
}
