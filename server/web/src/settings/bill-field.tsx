import { documentListSchema } from '@waarborg/shared/api';
import { documentsByAnyId, findBill, type SourceDocument } from '@waarborg/shared/dossier';
import { settingsMessages } from '@waarborg/shared/messages/settings';
import { useList } from '../api/use-resource.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { language } from '../language/language.ts';

/** The documents among which the bill is; undefined until they are known. */
export function useDocuments(slug: string): readonly SourceDocument[] | undefined {
  return useList(`/dossiers/${slug}/documents`, documentListSchema).data?.documents;
}

/** The document that a setting names now; undefined where it names none, or one that is gone. */
export function billAmong(
  documents: readonly SourceDocument[] | undefined,
  bill: string,
): SourceDocument | undefined {
  return documentsByAnyId(documents ?? []).get(bill);
}

/** The bill in words: its title, or which one is taken for it where none is named. */
export function sayBill(documents: readonly SourceDocument[] | undefined, bill: string): string {
  const messages = settingsMessages[language.value];
  const found = findBill(documents ?? [], bill);
  if (!found) return messages.noBill;
  const { title } = found.document;
  return found.isNamed ? title : messages.billByItself(title);
}

interface BillFieldProps {
  readonly documents: readonly SourceDocument[] | undefined;
  /** Id of the document; empty where none is named. */
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Which document is the bill. */
export function BillField({ documents, value, onValue }: BillFieldProps) {
  const messages = settingsMessages[language.value];
  const listed = (documents ?? []).toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
  return (
    <ChoiceField
      label={messages.bill}
      hint={messages.billHint}
      value={billAmong(documents, value)?.id ?? ''}
      onValue={onValue}
      options={[
        { value: '', label: sayBill(documents, '') },
        ...listed.map((one) => ({ value: one.id, label: one.title })),
      ]}
    />
  );
}
