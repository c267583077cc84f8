import type { FacetName } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useState } from 'preact/hooks';
import { DropDown } from '../forms/drop-down.tsx';
import { language } from '../language/language.ts';
import { toggleFilter } from '../matrix-view/view.ts';
import { facetTitle, useFacetOptions } from './facet-options.ts';
import { type FilterTarget, foreseeing } from './filter-target.ts';

/** A filter with a list of values. Choosing one counts at once. */
export function Facet({ name, slug, ...target }: FilterTarget & { name: FacetName; slug: string }) {
  const { filters, onFilters } = target;
  const messages = matrixMessages[language.value];
  const [isOpen, setOpen] = useState(false);
  const chosen: readonly string[] = filters[name] ?? [];
  const options = useFacetOptions(slug, name, language.value, isOpen || chosen.length === 1);
  const only = chosen.length === 1 ? options?.find(({ value }) => value === chosen[0])?.label : undefined;
  const state = chosen.length === 0 ? messages.everything : (only ?? messages.chosen(chosen.length));
  const title = facetTitle(name, language.value);
  return (
    <DropDown title={title} state={state} isActive={chosen.length > 0} onOpen={setOpen}>
      <fieldset>
        <legend class="wb-visually-hidden">{title}</legend>
        {options?.length === 0 && <p>{messages.nothingToChoose}</p>}
        {options?.map(({ value, label, claims }) => {
          const next = () => toggleFilter(filters, name, value);
          return (
            <label key={value} class="wb-option" {...foreseeing(target, next)}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onFilters(next())} />
              <span>{label}</span>
              {claims !== undefined && <span class="wb-option-count">{claims}</span>}
            </label>
          );
        })}
      </fieldset>
    </DropDown>
  );
}
