import type { KeptSpeaker } from '@waarborg/shared/dossier';
import { speakerMessages } from '@waarborg/shared/messages/speakers';
import { useState } from 'preact/hooks';
import { typeInto } from '../edits/field-edit.ts';
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
import type { SpeakerEdits } from './use-speaker-edits.ts';

interface SpeakerEntryProps {
  readonly slug: string;
  readonly group: SpeakerGroup;
  readonly speakers: readonly KeptSpeaker[];
  readonly claims: number;
  /** Absent for who may only read. */
  readonly changes: SpeakerChanges | undefined;
  readonly edits: SpeakerEdits;
}

/** A speaker: what it is called, what it claims, and who was merged into it. */
export function SpeakerEntry({ slug, group: { speaker, merged }, ...props }: SpeakerEntryProps) {
  const messages = speakerMessages[language.value];
  const { speakers, claims, changes, edits } = props;
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
            <MergedSpeaker key={one.id} speaker={one} speakers={speakers} changes={changes} edits={edits} />
          ))}
        </ul>
      )}
      {changes && <SpeakerActions {...props} speaker={speaker} changes={changes} />}
    </li>
  );
}

type MergedSpeakerProps = Pick<SpeakerEntryProps, 'speakers' | 'changes' | 'edits'> & {
  readonly speaker: KeptSpeaker;
};

function MergedSpeaker({ speaker, speakers, changes, edits }: MergedSpeakerProps) {
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
      {changes && <EditedSpeaker speaker={speaker} speakers={speakers} changes={changes} edits={edits} />}
    </li>
  );
}

interface EditedSpeakerProps extends Pick<SpeakerEntryProps, 'speakers' | 'edits'> {
  readonly speaker: KeptSpeaker;
  readonly changes: SpeakerChanges;
}

/** The form of a speaker that is being changed; nothing where it is not. */
function EditedSpeaker({ speaker, edits, ...props }: EditedSpeakerProps) {
  const edit = edits.of(speaker);
  if (!edit) return null;
  return (
    <SpeakerForm
      {...props}
      speaker={speaker}
      edit={edit}
      onType={(field, value) => edits.change(speaker, typeInto(edit, field, value))}
      onClose={() => edits.close(speaker)}
    />
  );
}

interface SpeakerActionsProps extends Pick<SpeakerEntryProps, 'speakers' | 'claims' | 'edits'> {
  readonly speaker: KeptSpeaker;
  readonly changes: SpeakerChanges;
}

function SpeakerActions(props: SpeakerActionsProps) {
  const messages = speakerMessages[language.value];
  const { speaker, claims, changes, edits } = props;
  const { name } = speaker;
  const [isMerging, setMerging] = useState(false);
  const open = (part: 'edit' | 'merge' | undefined) => {
    setMerging(part === 'merge');
    if (part === 'edit') edits.begin(speaker);
    else edits.close(speaker);
  };
  const parts = [
    { part: 'edit', text: messages.edit, label: messages.editOf(name) },
    { part: 'merge', text: messages.merge, label: messages.mergeOf(name) },
  ] as const;
  return (
    <>
      <div class="wb-row-actions">
        <ToggleButtons
          parts={parts}
          open={edits.of(speaker) ? 'edit' : isMerging ? 'merge' : undefined}
          onOpen={open}
        />
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
      <EditedSpeaker {...props} />
      {isMerging && <MergeForm {...props} />}
    </>
  );
}
