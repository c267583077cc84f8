import type { Outcome } from '../messaging/index.ts';
import type { Originals } from './anchored-passages.ts';

/** How long passages may wait for a text before they are looked for without it. */
const patienceMs = 4_000;

/** The texts in which the passages under view were marked, as far as a page needed them; each asked for once. */
export class OriginalTexts {
  readonly #ask: (rendition: string) => Promise<Outcome<string>>;
  readonly #texts = new Map<string, string | undefined>();
  readonly #asked = new Set<string>();

  constructor(ask: (rendition: string) => Promise<Outcome<string>>) {
    this.#ask = ask;
  }

  get known(): Originals {
    return this.#texts;
  }

  /**
   * Asks for texts that are not here and not asked for. Calls back when one has come, when one cannot be
   * had, and when one takes so long that passages must not wait for it.
   */
  fetch(renditions: readonly string[], onChange: () => void): void {
    for (const rendition of renditions) {
      if (this.#asked.has(rendition)) continue;
      this.#asked.add(rendition);
      void this.#fetchOne(rendition, onChange);
    }
  }

  async #fetchOne(rendition: string, onChange: () => void): Promise<void> {
    const giveUp = () => {
      this.#texts.set(rendition, undefined);
      onChange();
    };
    const timer = this.#texts.has(rendition) ? undefined : setTimeout(giveUp, patienceMs);
    // No answer: the extension was updated under an open page.
    const outcome = await this.#ask(rendition).catch(() => undefined);
    clearTimeout(timer);
    if (!this.#asked.has(rendition)) return; // Nothing of it is under view any more.
    if (outcome?.ok) this.#texts.set(rendition, outcome.value);
    else {
      const isKnown = this.#texts.has(rendition);
      this.#texts.set(rendition, undefined);
      // What the server does not have it will not have later; what failed otherwise may come.
      if (outcome?.code !== 'not-found') this.#asked.delete(rendition);
      if (isKnown) return;
    }
    onChange();
  }

  /** Lets go of what these passages do not need; gives what could not be fetched before and may be now. */
  keepOnly(renditions: ReadonlySet<string>): string[] {
    for (const rendition of new Set([...this.#texts.keys(), ...this.#asked])) {
      if (renditions.has(rendition)) continue;
      this.#texts.delete(rendition);
      this.#asked.delete(rendition);
    }
    return [...this.#texts.keys()].filter((rendition) => !this.#asked.has(rendition));
  }
}
