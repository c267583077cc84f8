import { addressSchema } from '@waarborg/shared/annotation';
import { maxTitleLength, type SourceDocument, sourceTypes } from '@waarborg/shared/dossier';
import type { DocumentField, OtherwiseDocument } from '@waarborg/shared/imports';
import { domainMessages } from '@waarborg/shared/messages';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { tableMessages } from '@waarborg/shared/messages/exchange-tables';
import { importMessages } from '@waarborg/shared/messages/imports';
import { compareText } from '@waarborg/shared/text';
import { useRef, useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { readTypedDate } from '../forms/typed-date.ts';
import { language } from '../language/language.ts';
import { distinctTitles } from '../names/distinct-titles.ts';

interface DocumentChoiceProps {
  readonly documents: readonly SourceDocument[];
  /** Rows that do not name their document. */
  readonly nameless: number;
  /** Whether other rows do, so that one can stand below another of its document. */
  readonly othersNameIt: boolean;
  readonly chosen: OtherwiseDocument | undefined;
  readonly onChoose: (chosen: OtherwiseDocument | undefined) => void;
}

/** Values in a list of ids that are no id. */
const [nothing, above, created] = ['', '(above)', '(new)'];

function toChoice(value: string): OtherwiseDocument | undefined {
  if (value === nothing) return undefined;
  if (value === above) return { kind: 'above' };
  return value === created ? { kind: 'new', said: {} } : { kind: 'known', id: value };
}

function toValue(chosen: OtherwiseDocument | undefined): string {
  if (!chosen) return nothing;
  if (chosen.kind === 'known') return chosen.id;
  return chosen.kind === 'above' ? above : created;
}

/** Of which document the rows are that do not say it: one of the dossier, or one that is named here. */
export function DocumentChoice({ documents, nameless, othersNameIt, chosen, onChoose }: DocumentChoiceProps) {
  const messages = importMessages[language.value];
  const titles = distinctTitles(documents, language.value);
  const sorted = documents.toSorted((one, other) => compareText(one.title, other.title, true));
  return (
    <section class="wb-import-part" aria-labelledby="import-document">
      <h3 id="import-document">{messages.documentTitle}</h3>
      <p>{messages.namelessRows(nameless)}</p>
      <ChoiceField
        label={messages.documentOfRows}
        value={toValue(chosen)}
        onValue={(value) => onChoose(toChoice(value))}
        options={[
          { value: nothing, label: messages.leaveOpen },
          ...(othersNameIt ? [{ value: above, label: messages.documentAbove }] : []),
          { value: created, label: messages.documentNew },
          ...sorted.map(({ id, title }) => ({ value: id, label: titles.get(id) ?? title })),
        ]}
      />
      {chosen?.kind === 'new' && <NewDocument onSaid={(said) => onChoose({ kind: 'new', said })} />}
    </section>
  );
}

type Said = Readonly<Partial<Record<DocumentField, string>>>;

function isAddressWrong({ address = '' }: Said): boolean {
  return address.trim() !== '' && !addressSchema.safeParse(address.trim()).success;
}

function isDateWrong({ date = '' }: Said): boolean {
  return readTypedDate(date) === undefined;
}

/** What is said of a document that the dossier does not have; told when a field is left, since all rows are read anew then. */
function NewDocument({ onSaid }: { readonly onSaid: (said: Said) => void }) {
  const messages = importMessages[language.value];
  const ofDocuments = documentMessages[language.value];
  const names = tableMessages[language.value];
  const [typed, setTyped] = useState<Said>({});
  const latest = useRef(typed);
  const [told, setTold] = useState(typed);
  const field = (name: DocumentField) => ({
    name,
    value: typed[name] ?? '',
    autoComplete: 'off',
    maxLength: maxTitleLength,
    onValue: (value: string) => {
      latest.current = { ...latest.current, [name]: value };
      setTyped(latest.current);
    },
  });
  const { value: type, onValue: onType } = field('sourceType');
  return (
    <fieldset
      class="wb-import-document"
      onChange={() => {
        setTold(latest.current);
        onSaid(latest.current);
      }}
    >
      <legend>{messages.newDocument}</legend>
      <p class="wb-field-hint">{messages.newDocumentHint}</p>
      <Field label={ofDocuments.fieldTitle} {...field('document')} />
      <Field label={names['column.identifier']} hint={messages.identifierHint} {...field('identifier')} />
      <Field
        label={names['column.address']}
        error={isAddressWrong(told) ? messages.addressWrong : undefined}
        {...field('address')}
      />
      <Field
        label={names['column.date']}
        hint={ofDocuments.dateHint}
        error={isDateWrong(told) ? ofDocuments.dateWrong : undefined}
        {...field('date')}
      />
      <ChoiceField
        label={names['column.sourceType']}
        value={type}
        onValue={onType}
        options={[
          { value: '', label: messages.typeByItself },
          ...sourceTypes.map((value) => ({
            value: value as string,
            label: domainMessages[language.value][`sourceType.${value}`],
          })),
        ]}
      />
      <Field label={names['column.issuer']} {...field('issuer')} />
    </fieldset>
  );
}
