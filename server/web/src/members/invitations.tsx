import { type Invitation, invitationListSchema, signInWaysSchema } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { dayInWords } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { deleteAt } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { PeopleTable } from '../people/people-table.tsx';
import { roleName } from '../people/role-options.ts';
import { InviteForm } from './invite-form.tsx';

/** Invitations that are open, and a way to make one; for owners. */
export function Invitations({ slug }: { slug: string }) {
  const messages = peopleMessages[language.value];
  const path = `/dossiers/${slug}/invitations`;
  const { data, reload } = useList(path, invitationListSchema);
  const isLocal = useResource('/sign-in-ways', signInWaysSchema).data?.local;
  const [done, setDone] = useState<string>();
  const action = useAction();
  const revoke = (id: string) =>
    action.run(async () => {
      await deleteAt(`${path}/${id}`);
      setDone(messages.invitationRevoked);
      reload();
    });
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="invitations">
      <h2 id="invitations">{messages.invitationsTitle}</h2>
      {isLocal && <p>{messages.localNoInvitations}</p>}
      <ProblemLine text={action.problem} />
      {data?.invitations.length === 0 && !isLocal && <p class="wb-muted">{messages.noInvitations}</p>}
      {data && data.invitations.length > 0 && (
        <InvitationTable
          invitations={data.invitations}
          isBusy={action.isBusy}
          onRevoke={(id) => void revoke(id)}
        />
      )}
      <DoneLine text={done} />
      {isLocal === false && <InviteForm slug={slug} onMade={reload} />}
    </section>
  );
}

function InvitationTable({
  invitations,
  isBusy,
  onRevoke,
}: {
  invitations: readonly Invitation[];
  isBusy: boolean;
  onRevoke: (id: string) => void;
}) {
  const messages = peopleMessages[language.value];
  const heads = ['columnRole', 'columnFor', 'columnEnds', 'columnUses', 'columnActions'] as const;
  return (
    <PeopleTable labelledBy="invitations" heads={heads.map((head) => messages[head])}>
      {invitations.map(({ id, role, email, expires, uses, reusable }) => (
        <tr key={id}>
          <th scope="row">{roleName(role)}</th>
          <td>{email ?? messages.anybody}</td>
          <td>{dayInWords(expires, language.value)}</td>
          <td>{messages.usedTimes(uses, reusable)}</td>
          <td>
            <ConfirmButton
              text={messages.revoke}
              label={`${messages.revoke}: ${messages.revokeInvitation(email ?? roleName(role))}`}
              question={messages.sureToRevokeInvitation}
              isBusy={isBusy}
              onConfirm={() => onRevoke(id)}
            />
          </td>
        </tr>
      ))}
    </PeopleTable>
  );
}
