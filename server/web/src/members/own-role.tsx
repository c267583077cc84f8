import type { Member } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { useId, useState } from 'preact/hooks';
import { Choice } from '../forms/choice-field.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { roleName, roleOptions } from '../people/role-options.ts';

interface OwnRoleProps {
  readonly member: Member;
  readonly onRole: (role: Role) => void;
}

/**
 * The role of an owner who looks at it. It is asked before they give it up: they could not take it back, and in some
 * browsers an arrow key chooses what is passed.
 */
export function OwnRole({ member, onRole }: OwnRoleProps) {
  const messages = peopleMessages[language.value];
  const [chosen, setChosen] = useState<Role>();
  const id = useId();
  const stay = () => setChosen(undefined);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is in it come here
    <div onKeyDown={(event) => event.key === 'Escape' && stay()}>
      <Choice
        label={messages.roleOf(member.name)}
        value={chosen ?? member.role}
        onValue={(role) => setChosen(role === member.role ? undefined : role)}
        options={roleOptions()}
      />
      <div role="status" id={id}>
        {chosen && messages.sureToGiveUp(roleName(chosen))}
      </div>
      {chosen && (
        <div class="wb-confirm">
          <Button
            tone="primary"
            aria-describedby={id}
            onClick={() => {
              stay();
              onRole(chosen);
            }}
          >
            {messages.giveUp(roleName(chosen))}
          </Button>
          <Button tone="subtle" onClick={stay}>
            {messages.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}
