import { invitationDraftSchema, madeInvitationSchema } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
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

const dayChoices = [1, 7, 30, 90];

/** Makes a link that lets somebody in, and shows it once. */
export function InviteForm({ slug, onMade }: { slug: string; onMade: () => void }) {
  const messages = peopleMessages[language.value];
  const [role, setRole] = useState<Role>('reviewer');
  const [email, setEmail] = useState('');
  const [isReusable, setReusable] = useState(false);
  const [days, setDays] = useState('7');
  const [error, setError] = useState<string>();
  const [link, setLink] = useState<string>();
  const action = useAction();

  const submit = () =>
    action.run(async () => {
      setLink(undefined);
      const address = email.trim();
      const draft = { role, reusable: isReusable, days: Number(days), ...(address && { email: address }) };
      const isRight = invitationDraftSchema.safeParse(draft).success;
      setError(isRight ? undefined : messages.emailWrong);
      if (!isRight) return;
      const path = `/dossiers/${slug}/invitations`;
      setLink((await postJson(path, draft, madeInvitationSchema)).link);
      setEmail('');
      onMade();
    });
  return (
    <ActionForm
      label={messages.makeInvitation}
      isBusy={action.isBusy}
      onSubmit={submit}
      shape="inline"
      after={link && <Secret label={messages.invitationMade} value={link} />}
    >
      <h3>{messages.inviteTitle}</h3>
      <ProblemLine text={action.problem} />
      <ChoiceField label={messages.inviteRole} value={role} onValue={setRole} options={roleOptions()} />
      <Field
        label={messages.inviteEmail}
        name="email"
        value={email}
        onValue={setEmail}
        hint={messages.inviteEmailHint}
        error={error}
        type="email"
        autoComplete="off"
      />
      <ChoiceField
        label={messages.inviteDays}
        value={days}
        onValue={setDays}
        options={dayChoices.map((count) => ({ value: String(count), label: messages.days(count) }))}
      />
      <label class="wb-check">
        <input
          type="checkbox"
          checked={isReusable}
          onChange={(event) => setReusable(event.currentTarget.checked)}
        />
        {messages.inviteReusable}
      </label>
    </ActionForm>
  );
}
