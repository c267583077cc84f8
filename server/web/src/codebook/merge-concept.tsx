import type { KeptConcept } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { language } from '../language/language.ts';
import type { CuratorView } from './codebook-view.ts';
import { TriedButton } from './tried-button.tsx';

/** Chooses the concept for which the codings of another one count from now on. */
export function MergeConcept({ view: { codebook, changes }, concept }: MergeConceptProps) {
  const messages = codebookMessages[language.value];
  const [chosen, setChosen] = useState('');
  const nameOf = ({ label }: KeptConcept) => label[language.value];
  const others = codebook.concepts.filter(
    ({ id, kind, mergedInto }) => id !== concept.id && kind === concept.kind && mergedInto === undefined,
  );
  const into = others.find(({ id }) => id === chosen);
  return (
    <div class="wb-inline-form">
      <ChoiceField
        label={messages.mergeInto(nameOf(concept))}
        value={into ? chosen : ''}
        onValue={setChosen}
        options={[
          { value: '', label: messages.choose },
          ...others.map((one) => ({ value: one.id, label: nameOf(one) })),
        ]}
      />
      {into && (
        <TriedButton
          key={into.id}
          text={messages.merge}
          label={messages.mergePair(nameOf(concept), nameOf(into))}
          begin={() => changes.merge(concept, into)}
          question={(codings) => messages.mergeSure(nameOf(concept), nameOf(into), codings)}
          isBusy={changes.isBusy}
        />
      )}
    </div>
  );
}

interface MergeConceptProps {
  readonly view: CuratorView;
  readonly concept: KeptConcept;
}
