import type { Member } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { Choice } from '../forms/choice-field.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { language } from '../language/language.ts';
import { PeopleTable } from '../people/people-table.tsx';
import { roleName, roleOptions } from '../people/role-options.ts';
import { OwnRole } from './own-role.tsx';

interface MemberTableProps {
  readonly members: readonly Member[];
  /** Id of the reader. */
  readonly me: string;
  /** Whether the reader decides who works here. */
  readonly isOwner: boolean;
  readonly isBusy: boolean;
  readonly onRole: (member: Member, role: Role) => void;
  readonly onRemove: (member: Member) => void;
}

/** Who works in the dossier, and as what; owners change it here. */
export function MemberTable({ members, me, isOwner, isBusy, onRole, onRemove }: MemberTableProps) {
  const messages = peopleMessages[language.value];
  const heads = isOwner
    ? [messages.columnName, messages.columnEmail, messages.columnRole, messages.columnActions]
    : [messages.columnName, messages.columnRole];
  return (
    <PeopleTable label={messages.members} caption={messages.membersOf(members.length)} heads={heads}>
      {members.map((member) => (
        <tr key={member.id}>
          <th scope="row">
            {member.name} {member.id === me && <span class="wb-muted">{messages.you}</span>}
          </th>
          {isOwner && <td>{member.email}</td>}
          <td>
            {!isOwner && roleName(member.role)}
            {isOwner && member.id === me && (
              <OwnRole member={member} onRole={(role) => onRole(member, role)} />
            )}
            {isOwner && member.id !== me && (
              <Choice
                label={messages.roleOf(member.name)}
                value={member.role}
                onValue={(role) => onRole(member, role)}
                options={roleOptions()}
              />
            )}
          </td>
          {isOwner && (
            <td>
              {member.id !== me && (
                <ConfirmButton
                  text={messages.remove}
                  label={messages.removeMember(member.name)}
                  question={messages.sureToRemove(member.name)}
                  isBusy={isBusy}
                  onConfirm={() => onRemove(member)}
                />
              )}
            </td>
          )}
        </tr>
      ))}
    </PeopleTable>
  );
}
