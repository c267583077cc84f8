import { PageFocus } from './page-focus.ts';
import type { Step } from './tagging-state.ts';
import type { ToolbarHost } from './toolbar-host.ts';
import type { KeyPlace } from './toolbar-keys.ts';

/** Everything that Tab stops at. */
const tabStops = 'button:not([tabindex="-1"], :disabled), input, select, textarea';

/** Where the focus is in the toolbar, and its way in and out. */
export class ToolbarFocus {
  readonly #host: ToolbarHost;
  readonly #pageFocus = new PageFocus();
  /** Codes of the keys that were pressed for the toolbar and are not released yet. */
  readonly #taken = new Set<string>();

  constructor(host: ToolbarHost) {
    this.#host = host;
    // A click in the toolbar must not take the selection from the page.
    host.root.addEventListener('mousedown', (event) => {
      if (!(event.target as Element).closest('input, select, textarea')) event.preventDefault();
    });
    for (const type of ['input', 'change', 'click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup']) {
      host.root.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  /** Keeps a key that is pressed for the toolbar from the page, and its release too. */
  take(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    this.#taken.add(event.code);
  }

  /** A key that is pressed anew was released, perhaps where nobody heard it. */
  forget({ code }: KeyboardEvent): void {
    this.#taken.delete(code);
  }

  /** Keeps from the page what follows on a key that was taken: the key that saves is released when the toolbar is gone. */
  readonly keepFromPage = (event: KeyboardEvent): void => {
    const isTaken = event.type === 'keyup' ? this.#taken.delete(event.code) : this.#taken.has(event.code);
    if (isTaken || this.#host.isSourceOf(event)) event.stopImmediatePropagation();
  };

  /** Remembers where the page had its focus, to give it back. */
  remember(): void {
    this.#pageFocus.remember();
  }

  giveBack(): void {
    this.#pageFocus.giveBack(this.#host.root);
  }

  placeOf(): KeyPlace {
    const { activeElement } = this.#host.root;
    if (!activeElement) return 'row';
    if (activeElement.matches('.search')) return 'search';
    if (activeElement.matches('[role="combobox"]')) return 'speaker';
    if (activeElement.matches('textarea')) return 'note';
    if (activeElement.matches('input, select')) return 'field';
    return activeElement.matches('.option') ? 'row' : 'button';
  }

  toStep(step: Step): void {
    const row = step === 'save' ? 'direction' : step;
    const option =
      this.#find(`[data-step="${row}"] .option[aria-checked="true"]`) ??
      this.#find(step === 'save' ? '.primary' : `[data-step="${row}"] .option`) ??
      this.#find(`[data-step="${row}"] .search`);
    focusInside(option);
  }

  /** Puts the cursor behind what is in the search field of a row. */
  toSearch(step: 'safeguard' | 'impact'): void {
    const field = this.#find(`[data-step="${step}"] .search`) as HTMLInputElement | undefined;
    focusInside(field);
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  /** Goes to the field that has to be put right; false when there is none. */
  toInvalidField(): boolean {
    const field = this.#find('[aria-invalid="true"]');
    focusInside(field);
    return field !== undefined;
  }

  /** Moves within the options of a row. */
  move(by: 1 | -1): void {
    const { activeElement } = this.#host.root;
    const options = [...(activeElement?.parentElement?.querySelectorAll<HTMLElement>('.option') ?? [])];
    const index = options.indexOf(activeElement as HTMLElement);
    focusInside(options.at((index + by) % options.length));
  }

  /** Tab goes round in the toolbar: what is behind our element in the page has nothing to do with it. */
  keepInside(event: KeyboardEvent): void {
    const stops = [...this.#host.layer.querySelectorAll<HTMLElement>(tabStops)];
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    if (this.#host.root.activeElement !== last) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }

  #find(selector: string): HTMLElement | undefined {
    return this.#host.layer.querySelector<HTMLElement>(selector) ?? undefined;
  }
}

/** Focuses something in the toolbar; where that is too high for the window it scrolls, and the page stays where it is. */
function focusInside(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  const toolbar = element?.closest('.toolbar');
  if (!element || !toolbar) return;
  const frame = toolbar.getBoundingClientRect();
  const row = element.closest('.row')?.getBoundingClientRect();
  const { top, bottom } = row && row.height < frame.height ? row : element.getBoundingClientRect();
  toolbar.scrollTop += Math.min(top - frame.top, Math.max(bottom - frame.bottom, 0));
}
