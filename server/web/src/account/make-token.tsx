import { maxTokenNameLength, tokenListSchema } from '@waarborg/shared/api';
import type { Dossier, Role } from '@waarborg/shared/dossier';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { useState } from 'preact/hooks';
import { postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemLine, Secret } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { roleOptions } from '../people/role-options.ts';

const dayChoices = [7, 30, 90, 365];

/** Makes a token for one of the reader's dossiers, and shows it once. */
export function MakeToken({ dossiers, onMade }: { dossiers: readonly Dossier[]; onMade: () => void }) {
  const messages = peopleMessages[language.value];
  const [name, setName] = useState('');
  const [slug, setSlug] = useState(dossiers[0]?.slug ?? '');
  const [scope, setScope] = useState<Role>('reader');
  const [days, setDays] = useState('90');
  const [error, setError] = useState<string>();
  const [made, setMade] = useState<string>();
  const action = useAction();
  const dossier = dossiers.find((candidate) => candidate.slug === slug);

  const submit = () =>
    action.run(async () => {
      setMade(undefined);
      setError(name.trim() === '' ? messages.nameMissing : undefined);
      if (name.trim() === '') return;
      const draft = { name: name.trim(), dossier: slug, scope, days: Number(days) };
      const { tokens } = await postJson('/tokens', draft, tokenListSchema);
      setMade(tokens[0]?.token);
      setName('');
      onMade();
    });
  return (
    <ActionForm
      label={messages.makeToken}
      isBusy={action.isBusy}
      onSubmit={submit}
      shape="inline"
      after={made && <Secret label={messages.tokenMade} value={made} />}
    >
      <h3>{messages.newToken}</h3>
      <ProblemLine text={action.problem} />
      <Field
        label={messages.tokenName}
        name="token-name"
        value={name}
        onValue={setName}
        hint={messages.tokenNameHint}
        error={error}
        maxLength={maxTokenNameLength}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.tokenDossier}
        value={slug}
        onValue={setSlug}
        options={dossiers.map((one) => ({ value: one.slug, label: one.title }))}
      />
      <ChoiceField
        label={messages.tokenScope}
        value={scope}
        onValue={setScope}
        options={roleOptions(dossier?.role)}
      />
      <ChoiceField
        label={messages.tokenDays}
        value={days}
        onValue={setDays}
        options={dayChoices.map((count) => ({ value: String(count), label: messages.days(count) }))}
      />
    </ActionForm>
  );
}
