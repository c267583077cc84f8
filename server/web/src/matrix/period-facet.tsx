import { dateInWords } from '@waarborg/shared/citation';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useState } from 'preact/hooks';
import { DropDown } from '../forms/drop-down.tsx';
import { Field } from '../forms/field.tsx';
import { readTypedDate } from '../forms/typed-date.ts';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { setSingleFilter } from '../matrix-view/view.ts';
import type { FilterTarget } from './filter-target.ts';

/** The filter on the documents' dates. */
export function PeriodFacet({ filters, onFilters }: FilterTarget) {
  const messages = matrixMessages[language.value];
  const { from = '', to = '' } = filters;
  const day = (date: string) => (date === '' ? '…' : dateInWords(date, language.value));
  const state = from || to ? `${day(from)} – ${day(to)}` : messages.everything;
  return (
    <DropDown title={messages.period} state={state} isActive={Boolean(from || to)}>
      <PeriodForm key={`${from}|${to}`} filters={filters} onFilters={onFilters} />
    </DropDown>
  );
}

function PeriodForm({ filters, onFilters }: FilterTarget) {
  const messages = matrixMessages[language.value];
  const [first, setFirst] = useState(filters.from ?? '');
  const [last, setLast] = useState(filters.to ?? '');
  const [isChecked, setChecked] = useState(false);
  const error = (typed: string) =>
    isChecked && readTypedDate(typed) === undefined ? messages.dateWrong : undefined;
  return (
    <form
      class="wb-period"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        const [from, to] = [readTypedDate(first), readTypedDate(last)];
        if (from === undefined || to === undefined) return;
        const details = event.currentTarget.closest('details');
        if (details) details.open = false;
        onFilters(setSingleFilter(setSingleFilter(filters, 'from', from), 'to', to));
      }}
    >
      <p class="wb-field-hint">{messages.dateHint}</p>
      <Field label={messages.from} name="from" value={first} onValue={setFirst} error={error(first)} />
      <Field label={messages.to} name="to" value={last} onValue={setLast} error={error(last)} />
      <Button type="submit" tone="primary">
        {messages.apply}
      </Button>
    </form>
  );
}
