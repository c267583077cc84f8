import type { FacetName } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { facetTitle, useFacetOptions } from './facet-options.ts';
import { type FilterTarget, foreseeing } from './filter-target.ts';
import { toggleFilter } from './view.ts';

/** Lets a panel that would stick out of the window hang from the other side of its pill. */
function keepInWindow(details: HTMLDetailsElement): void {
  details.removeAttribute('data-align');
  const panel = details.querySelector('.wb-drop-down-panel');
  if (panel && panel.getBoundingClientRect().right > document.documentElement.clientWidth) {
    details.setAttribute('data-align', 'end');
  }
}

/**
 * A pill that opens a small panel below it; closes with Escape, with a click elsewhere, and when another opens. What
 * stands in the panel is drawn when it is opened for the first time: most never are.
 */
export function DropDown({
  title,
  state,
  isActive,
  onOpen,
  children,
}: {
  title: string;
  state: string;
  isActive: boolean;
  onOpen?: (isOpen: boolean) => void;
  children: ComponentChildren;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setOpened] = useState(false);
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target))
        element.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  return (
    <details
      class="wb-drop-down"
      name="matrix-filter"
      ref={details}
      // Before it opens, so that the panel is never seen empty.
      onClick={() => setOpened(true)}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) keepInWindow(currentTarget);
        onOpen?.(currentTarget.open);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary class="wb-pill" data-active={isActive || undefined}>
        {title}: <strong>{state}</strong>
      </summary>
      <div class="wb-drop-down-panel">{wasOpened && children}</div>
    </details>
  );
}

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
