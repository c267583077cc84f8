import { matrixFiltersSchema } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useState } from 'preact/hooks';
import { Field } from '../frame/field.tsx';
import { language } from '../frame/language.ts';
import { DropDown } from './facet.tsx';
import { showView } from './show-view.ts';
import { type MatrixView, setSingleFilter } from './view.ts';

function isDate(value: string): boolean {
  return value === '' || matrixFiltersSchema.shape.from.safeParse(value).success;
}

/** The filter on the documents' dates. */
export function PeriodFacet({ view }: { view: MatrixView }) {
  const messages = matrixMessages[language.value];
  const { from = '', to = '' } = view.filters;
  const state = from || to ? `${from || '…'} – ${to || '…'}` : messages.everything;
  return (
    <DropDown title={messages.period} state={state} isActive={Boolean(from || to)}>
      <PeriodForm key={`${from}|${to}`} view={view} from={from} to={to} />
    </DropDown>
  );
}

function PeriodForm({ view, from, to }: { view: MatrixView; from: string; to: string }) {
  const messages = matrixMessages[language.value];
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  const [isChecked, setChecked] = useState(false);
  const error = (value: string) => (isChecked && !isDate(value.trim()) ? messages.dateWrong : undefined);
  return (
    <form
      class="wb-period"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!isDate(first.trim()) || !isDate(last.trim())) return;
        const details = event.currentTarget.closest('details');
        if (details) details.open = false;
        const filters = setSingleFilter(view.filters, 'from', first.trim());
        showView({ ...view, filters: setSingleFilter(filters, 'to', last.trim()) });
      }}
    >
      <p class="wb-field-hint">{messages.dateHint}</p>
      <Field label={messages.from} name="from" value={first} onValue={setFirst} error={error(first)} />
      <Field label={messages.to} name="to" value={last} onValue={setLast} error={error(last)} />
      <button type="submit" class="utrecht-button utrecht-button--primary-action">
        {messages.apply}
      </button>
    </form>
  );
}
