import type { TextPosition } from '@waarborg/shared/anchoring';
import { maxQuoteLength } from '@waarborg/shared/annotation';
import type { SaveResult } from '../tagging/toolbar.tsx';
import type { TaggerParts } from './passage-tagger.ts';

/** What is chosen as the new place of a passage. */
interface Choice {
  readonly position: TextPosition;
  /** The text in which it was chosen: a position says nothing in another one. */
  readonly text: string;
}

/** Lets the reviewer select where a passage stands that was not found. */
export class PassageAttacher {
  readonly #parts: TaggerParts;
  #choice: Choice | undefined;

  constructor(parts: TaggerParts) {
    this.#parts = parts;
  }

  get isActive(): boolean {
    return this.#parts.kit.attachBar.isOpen;
  }

  /** Begins with a passage; false when there is none with this id. */
  start(id: string): boolean {
    const { store, kit, highlights } = this.#parts;
    const passage = store.find(id);
    if (!passage) return false;
    kit.toolbar.close();
    this.#choice = undefined;
    kit.attachBar.open({
      quote: passage.annotation.ranges.map(({ exact }) => exact).join(' […] '),
      confirm: () => this.#confirm(id),
      onClose: () => {
        this.#choice = undefined;
        highlights.mark('selected', []);
      },
    });
    this.onSelect(getSelection());
    return true;
  }

  /** Takes what is selected; a click that selects nothing takes nothing away. */
  onSelect(selection: Selection | null): void {
    const { view, store, kit, highlights } = this.#parts;
    const range = selection ? view.text.rangeOf(selection) : undefined;
    if (!range || range.collapsed) return;
    const reading = view.text.toPosition(range);
    if (!reading.ok) {
      if (reading.reason !== 'outside' && reading.reason !== 'editable') kit.say(reading.reason);
      return;
    }
    const { position } = reading;
    if (position.end - position.start > maxQuoteLength) {
      kit.say('too-long');
      return;
    }
    const { text } = view.text;
    this.#choice = { position, text };
    highlights.mark('selected', store.rangesOf([position]));
    kit.attachBar.choose(text.slice(position.start, position.end));
  }

  cancel(): void {
    this.#parts.kit.attachBar.close();
  }

  async #confirm(id: string): Promise<SaveResult> {
    const { view, upkeep, kit } = this.#parts;
    const choice = this.#choice;
    if (choice?.text !== view.text.text) {
      kit.attachBar.choose(undefined, 'page-changed');
      return { ok: false, trouble: 'invalid' };
    }
    const saving = await upkeep.attach(id, choice.position);
    return saving.ok ? { ok: true } : saving;
  }
}
