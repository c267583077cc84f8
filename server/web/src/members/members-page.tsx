import { accountResponseSchema, type Member, memberListSchema, memberSchema } from '@waarborg/shared/api';
import { type Dossier, type Role, roles } from '@waarborg/shared/dossier';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { useState } from 'preact/hooks';
import { deleteAt, putJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { roleName } from '../people/role-options.ts';
import { Invitations } from './invitations.tsx';
import { MemberTable } from './member-table.tsx';

/** Who works in a dossier, as what, and who is invited. */
export function MembersPage({ slug }: { slug: string }) {
  const messages = peopleMessages[language.value];
  const dossier = useDossier(slug);
  useLiveDossier(slug, dossier.data?.revision);
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.members} dossier={dossier.data} current="members">
      <h1>{messages.members}</h1>
      {dossier.data ? <Members dossier={dossier.data} onChange={dossier.reload} /> : <LoadingNotice />}
    </PageFrame>
  );
}

function Members({ dossier, onChange }: { dossier: Dossier; onChange: () => void }) {
  const messages = peopleMessages[language.value];
  const path = `/dossiers/${dossier.slug}/members`;
  const list = useList(path, memberListSchema);
  const me = useResource('/me', accountResponseSchema).data?.user.id ?? '';
  const [done, setDone] = useState<string>();
  /** Whose role was changed last: known before the list has come again. */
  const [changed, setChanged] = useState<Member>();
  const action = useAction();
  const isOwner = dossier.role === 'owner';
  const change = (work: () => Promise<string>) =>
    action.run(async () => {
      setDone(undefined);
      try {
        setDone(await work());
        onChange();
      } finally {
        // Whoever was refused because somebody else was first sees how things stand now.
        list.reload();
      }
    });
  const setRole = (member: Member, role: Role) =>
    change(async () => {
      const { id, revision } = member;
      setChanged(await putJson(`${path}/${id}`, { role }, memberSchema, { revision }));
      return messages.roleChanged(member.name, roleName(role));
    });
  const remove = (member: Member) =>
    change(async () => {
      await deleteAt(`${path}/${member.id}`, { revision: member.revision });
      return messages.memberRemoved(member.name);
    });
  const leave = () =>
    action.run(async () => {
      const own = list.data?.members.find(({ id }) => id === me);
      await deleteAt(`${path}/me`, own && { revision: own.revision });
      window.location.assign('/dossiers');
    });
  if (list.failure && !list.data) return <ProblemNotice failure={list.failure} onRetry={list.reload} />;
  if (!list.data) return <LoadingNotice />;
  return (
    <div class="wb-sections">
      <ProblemLine text={action.problem} />
      <MemberTable
        members={list.data.members.map((member) => latestOf(member, changed))}
        me={me}
        isOwner={isOwner}
        isBusy={action.isBusy}
        onRole={(member, role) => void setRole(member, role)}
        onRemove={(member) => void remove(member)}
      />
      <DoneLine text={done} />
      <ConfirmButton
        text={messages.leave}
        question={messages.sureToLeave}
        isBusy={action.isBusy}
        onConfirm={() => void leave()}
      />
      {isOwner && <Invitations slug={dossier.slug} />}
      <RoleExplanation />
    </div>
  );
}

/** A member as a later answer says, where it is about the same one. */
function latestOf(member: Member, other: Member | undefined): Member {
  return other?.id === member.id && other.revision > member.revision ? other : member;
}

const explanations = {
  reader: 'roleReader',
  reviewer: 'roleReviewer',
  curator: 'roleCurator',
  owner: 'roleOwner',
} as const;

function RoleExplanation() {
  const messages = peopleMessages[language.value];
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="roles">
      <h2 id="roles">{messages.rolesTitle}</h2>
      <dl class="wb-role-list">
        {roles.map((role) => (
          <div key={role}>
            <dt>{roleName(role)}</dt>
            <dd>{messages[explanations[role]]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
