import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { ToggleButtons } from '../forms/toggle-button.tsx';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';
import type { LaidOutConcept } from './lay-out-codebook.ts';
import { MergeConcept } from './merge-concept.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { SplitConcept } from './split-concept.tsx';
import { TriedButton } from './tried-button.tsx';
import { useHold } from './use-held-forms.ts';

interface FurtherActionsProps {
  readonly view: CuratorView;
  readonly entry: LaidOutConcept;
  /** Ids of the concepts of its group, in their order. */
  readonly order: readonly string[];
}

/** What a curator can do with a concept besides changing what is said of it. */
export function FurtherActions({ view, entry, order }: FurtherActionsProps) {
  const messages = codebookMessages[language.value];
  const [open, setOpen] = useState<'merge' | 'split'>();
  const { concept } = entry;
  useHold(view.hold, concept.id, open === 'split');
  const name = concept.label[language.value];
  const parts = [
    { part: 'merge', text: messages.merge, label: messages.mergeOf(name) },
    { part: 'split', text: messages.split, label: messages.splitOf(name) },
  ] as const;
  return (
    <div class="wb-concept-more">
      <div class="wb-row-actions">
        <MoveButtons
          id={concept.id}
          name={name}
          order={order}
          isBusy={view.changes.isBusy}
          onMove={(before) => void view.changes.place(concept, before)}
        />
        <ToggleButtons parts={parts} open={open} onOpen={setOpen} />
        <RetireButton view={view} entry={entry} />
      </div>
      {open === 'merge' && <MergeConcept view={view} concept={concept} />}
      {open === 'split' && <SplitConcept view={view} concept={concept} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function RetireButton({ view: { changes }, entry: { concept } }: Omit<FurtherActionsProps, 'order'>) {
  const messages = codebookMessages[language.value];
  const name = concept.label[language.value];
  const isRetired = concept.retired === true;
  const question = isRetired ? messages.restoreSure : messages.retireSure;
  return (
    <TriedButton
      text={isRetired ? messages.restore : messages.retire}
      label={isRetired ? messages.restoreOf(name) : messages.retireOf(name)}
      begin={() => changes.retire(concept, !isRetired)}
      question={(codings) => question(name, codings)}
      isBusy={changes.isBusy}
    />
  );
}
