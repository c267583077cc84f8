import { sourceTypes } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { language } from '../language/language.ts';
import { AddressChoice } from '../lists/address-choice.tsx';
import { AddressField } from '../lists/address-field.tsx';
import { type DocumentView, documentSorts, documentStates } from './document-view.ts';

/** Which documents are shown, and in which order. */
export function DocumentFilters({ view }: { view: DocumentView }) {
  const messages = documentMessages[language.value];
  return (
    <div class="wb-list-filters">
      <AddressField label={messages.filterWords} name="q" />
      <AddressChoice
        label={messages.filterType}
        name="sourceType"
        value={view.sourceType}
        options={[
          { value: '', label: messages.everyType },
          ...sourceTypes.map((value) => ({
            value,
            label: domainMessages[language.value][`sourceType.${value}`],
          })),
        ]}
      />
      <AddressChoice
        label={messages.filterState}
        name="state"
        value={view.state}
        options={[
          { value: '', label: messages.everyState },
          ...documentStates.map((value) => ({ value, label: messages[`state.${value}`] })),
        ]}
      />
      <AddressChoice
        label={messages.sort}
        name="sort"
        value={view.sort}
        options={documentSorts.map((value) => ({ value, label: messages[`sort.${value}`] }))}
      />
    </div>
  );
}
