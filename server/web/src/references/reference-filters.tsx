import { referenceMessages } from '@waarborg/shared/messages/references';
import { sourceGroupMessages } from '@waarborg/shared/messages/source-groups';
import { sourceGroups } from '@waarborg/shared/references';
import { language } from '../language/language.ts';
import { AddressChoice } from '../lists/address-choice.tsx';
import { AddressField } from '../lists/address-field.tsx';
import { type ReferenceView, referenceSorts } from './reference-view.ts';

/** Which of the things that are cited are shown, and in which order. */
export function ReferenceFilters({ view }: { view: ReferenceView }) {
  const messages = referenceMessages[language.value];
  return (
    <div class="wb-list-filters">
      <AddressField label={messages.filterWords} name="q" />
      <AddressChoice
        label={messages.filterGroup}
        name="group"
        value={view.group}
        options={[
          { value: '', label: messages.everyGroup },
          ...sourceGroups.map((value) => ({ value, label: sourceGroupMessages[language.value][value] })),
        ]}
      />
      <AddressChoice
        label={messages.filterInDossier}
        name="inDossier"
        value={view.inDossier}
        options={[
          { value: '', label: messages.everything },
          ...(['yes', 'no'] as const).map((value) => ({ value, label: messages[`inDossier.${value}`] })),
        ]}
      />
      <AddressChoice
        label={messages.sort}
        name="sort"
        value={view.sort}
        options={referenceSorts.map((value) => ({ value, label: messages[`sort.${value}`] }))}
      />
    </div>
  );
}
