import type { KeptSpeaker } from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useState } from 'preact/hooks';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ToggleButtons } from '../forms/toggle-button.tsx';
import { language } from '../language/language.ts';
import { ClaimsLink } from '../matrix/claims-link.tsx';
import { viewSearch } from '../matrix-view/view.ts';
import { matrixHref } from '../routing/route.ts';
import type { SpeakerGroup } from './group-speakers.ts';
import { kindName } from './kind-name.ts';
import { MergeForm } from './merge-form.tsx';
import { SpeakerForm } from './speaker-form.tsx';
import type { SpeakerChanges } from './use-speaker-changes.ts';

interface SpeakerEntryProps {
  readonly slug: string;
  readonly group: SpeakerGroup;
  readonly speakers: readonly KeptSpeaker[];
  readonly claims: number;
  /** Absent for who may only read. */
  readonly changes: SpeakerChanges | undefined;
}

/** A speaker: what it is called, what it claims, and who was merged into it. */
export function SpeakerEntry({ slug, group: { speaker, merged }, ...props }: SpeakerEntryProps) {
  const messages = speakerMessages[language.value];
  const { speakers, claims, changes } = props;
  const parent = speakers.find(({ id }) => id === speaker.parent);
  const filters = { speaker: [speaker.id] };
  const search = viewSearch({ rows: 'safeguard', columns: 'impact', count: 'claims', filters });
  return (
    <li class="wb-entry wb-speaker">
      <h2>{speaker.name}</h2>
      <p>
        {kindName(speaker.kind)}
        {speaker.aliases.length > 0 && ` · ${messages.aliases(speaker.aliases.join(', '))}`}
        {parent && ` · ${messages.partOf(parent.name)}`}
        {' · '}
        <ClaimsLink
          claims={claims}
          href={matrixHref(slug) + search}
          label={messages.claimsOf(messages.claims(claims), speaker.name)}
        >
          {messages.claims(claims)}
        </ClaimsLink>
      </p>
      {merged.length > 0 && (
        <ul class="wb-rows" aria-label={messages.mergedHere(speaker.name)}>
          {merged.map((one) => (
            <MergedSpeaker key={one.id} speaker={one} changes={changes} />
          ))}
        </ul>
      )}
      {changes && <SpeakerActions {...props} speaker={speaker} changes={changes} />}
    </li>
  );
}

function MergedSpeaker({ speaker, changes }: Pick<SpeakerEntryProps, 'changes'> & { speaker: KeptSpeaker }) {
  const messages = speakerMessages[language.value];
  const { name, aliases, kind } = speaker;
  return (
    <li>
      <span>
        {name} ({kindName(kind)}){aliases.length > 0 && ` · ${messages.aliases(aliases.join(', '))}`}
      </span>
      {changes && (
        <ConfirmButton
          text={messages.separate}
          label={messages.separateOf(name)}
          isBusy={changes.action.isBusy}
          onConfirm={() => void changes.separate(speaker)}
        />
      )}
    </li>
  );
}

interface SpeakerActionsProps extends Pick<SpeakerEntryProps, 'speakers' | 'claims'> {
  readonly speaker: KeptSpeaker;
  readonly changes: SpeakerChanges;
}

function SpeakerActions(props: SpeakerActionsProps) {
  const messages = speakerMessages[language.value];
  const { speaker, claims, changes } = props;
  const { name } = speaker;
  const [open, setOpen] = useState<'edit' | 'merge'>();
  const parts = [
    { part: 'edit', text: messages.edit, label: messages.editOf(name) },
    { part: 'merge', text: messages.merge, label: messages.mergeOf(name) },
  ] as const;
  return (
    <>
      <div class="wb-row-actions">
        <ToggleButtons parts={parts} open={open} onOpen={setOpen} />
        {claims === 0 && (
          <ConfirmButton
            text={messages.remove}
            label={messages.removeOf(name)}
            question={messages.removeSure}
            isBusy={changes.action.isBusy}
            onConfirm={() => void changes.remove(speaker)}
          />
        )}
      </div>
      {open === 'edit' && <SpeakerForm {...props} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && <MergeForm {...props} />}
    </>
  );
}
