import type { ConceptKind } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ToggleButton, ToggleButtons } from '../forms/toggle-button.tsx';
import { language } from '../language/language.ts';
import { AddConcept } from './add-concept.tsx';
import type { CodebookView, CuratorView } from './codebook-view.ts';
import { ConceptEntry } from './concept-entry.tsx';
import { GroupForm } from './group-form.tsx';
import type { Facet, LaidOutGroup } from './lay-out-codebook.ts';
import { MoveButtons } from './move-buttons.tsx';
import { emptyTyped } from './typed-concept.ts';
import { useHold } from './use-held-forms.ts';

/** Safeguards or impacts, by group. */
export function FacetSection({ view, facet: { kind, groups } }: { view: CodebookView; facet: Facet }) {
  const { changes, codebook } = view;
  // Where a filter leaves nothing there is nothing to add to; where nothing is yet, a curator begins here.
  const isFiltered = codebook.groups.some((group) => group.kind === kind);
  if (groups.length === 0 && (isFiltered || !changes)) return null;
  return (
    <section class="wb-facet" aria-labelledby={`facet-${kind}`}>
      <h2 id={`facet-${kind}`}>{codebookMessages[language.value][kind]}</h2>
      {groups.map((group) => (
        <GroupSection key={group.group.id} view={view} entry={group} />
      ))}
      {changes && <AddGroup view={{ ...view, changes }} kind={kind} />}
    </section>
  );
}

function GroupSection({ view, entry }: { view: CodebookView; entry: LaidOutGroup }) {
  const messages = codebookMessages[language.value];
  const { group, concepts, order, members } = entry;
  const { changes } = view;
  const heading = `group-${group.id}`;
  return (
    <section class="wb-concept-group" aria-labelledby={heading}>
      <h3 id={heading}>{group.label[language.value]}</h3>
      {order.length === 0 && (
        <p class="wb-muted">{members === 0 ? messages.emptyGroup : messages.mergedAway(members)}</p>
      )}
      <ul class="wb-concepts">
        {concepts.map((concept) => (
          <ConceptEntry key={concept.concept.id} view={view} entry={concept} order={order} />
        ))}
      </ul>
      {changes && <GroupActions view={{ ...view, changes }} entry={entry} />}
    </section>
  );
}

function GroupActions({ view, entry: { group, members } }: { view: CuratorView; entry: LaidOutGroup }) {
  const messages = codebookMessages[language.value];
  const { changes } = view;
  const [open, setOpen] = useState<'add' | 'rename'>();
  useHold(view.hold, group.id, open !== undefined);
  const name = group.label[language.value];
  const groups = view.codebook.groups.filter(({ kind }) => kind === group.kind);
  const parts = [
    { part: 'add', text: messages.add, label: messages.addTo(name) },
    { part: 'rename', text: messages.renameGroup, label: messages.renameGroupOf(name) },
  ] as const;
  const close = () => setOpen(undefined);
  return (
    <>
      <div class="wb-row-actions">
        <ToggleButtons parts={parts} open={open} onOpen={setOpen} tone="subtle" />
        {members === 0 && (
          <ConfirmButton
            text={messages.deleteGroup}
            label={messages.deleteGroupOf(name)}
            question={messages.deleteGroupSure}
            isBusy={changes.isBusy}
            onConfirm={() => void changes.deleteGroup(group)}
          />
        )}
      </div>
      {open === 'add' && (
        <AddConcept view={view} kind={group.kind} typed={emptyTyped(group.id)} onClose={close} />
      )}
      {open === 'rename' && (
        <>
          <div class="wb-row-actions">
            <MoveButtons
              id={group.id}
              name={name}
              order={groups.map(({ id }) => id)}
              isBusy={changes.isBusy}
              onMove={(before) => void changes.placeGroup(group, before)}
            />
          </div>
          <GroupForm view={view} kind={group.kind} group={group} members={members} onClose={close} />
        </>
      )}
    </>
  );
}

function AddGroup({ view, kind }: { view: CuratorView; kind: ConceptKind }) {
  const messages = codebookMessages[language.value];
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ToggleButton
        text={messages.addGroup}
        label={messages.addGroupOf(messages[kind])}
        isOpen={isOpen}
        onOpen={setOpen}
      />
      {isOpen && <GroupForm view={view} kind={kind} members={0} onClose={() => setOpen(false)} />}
    </>
  );
}
