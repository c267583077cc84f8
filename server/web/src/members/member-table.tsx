import type { Member } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { language } from '../frame/language.ts';
import { Choice } from '../people/choice-field.tsx';
import { ConfirmButton } from '../people/confirm-button.tsx';
import { roleName, roleOptions } from '../people/role-options.ts';

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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wb-people-scroll" tabIndex={0} aria-label={messages.members}>
      <table class="utrecht-table utrecht-table--html-table wb-people">
        <caption class="utrecht-table__caption">{messages.membersOf(members.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.columnName}</th>
            {isOwner && <th scope="col">{messages.columnEmail}</th>}
            <th scope="col">{messages.columnRole}</th>
            {isOwner && <th scope="col">{messages.columnActions}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {member.name} {member.id === me && <span class="wb-muted">{messages.you}</span>}
              </th>
              {isOwner && <td>{member.email}</td>}
              <td>
                {isOwner ? (
                  <Choice
                    label={messages.roleOf(member.name)}
                    value={member.role}
                    onValue={(role) => onRole(member, role)}
                    options={roleOptions()}
                  />
                ) : (
                  roleName(member.role)
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
        </tbody>
      </table>
    </section>
  );
}
