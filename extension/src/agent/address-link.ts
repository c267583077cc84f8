import { annotationOfFragment } from '@waarborg/shared/citation';

/** How long a linked passage may take to arrive from the server before its absence is told. */
const arrivalMs = 8_000;

/** Goes to the passage that the address of the page names (`#waarborg=…`), as soon as it is there. */
export class AddressLink {
  readonly #goTo: (id: string) => Promise<boolean>;
  /** Annotation to which the address leads, until it has been shown. */
  #linked: string | undefined;
  #onLost: (() => void) | undefined;

  /** @param goTo brings a passage into view; false when it is not in the page. */
  constructor(goTo: (id: string) => Promise<boolean>) {
    this.#goTo = goTo;
  }

  /** Reads the address; again whenever it changes. Returns how to stop. */
  watch(): () => void {
    const read = () => {
      this.#linked = annotationOfFragment(location.hash);
      void this.follow();
      this.#giveUpLater();
    };
    this.#linked = annotationOfFragment(location.hash);
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }

  /** Goes there if the passage is known by now. */
  async follow(): Promise<void> {
    if (this.#linked && (await this.#goTo(this.#linked))) this.#linked = undefined;
  }

  /** Waits for a passage that is not there yet, and calls back when it does not come; from now on for each address. */
  giveUpLater(onLost: () => void): void {
    this.#onLost = onLost;
    this.#giveUpLater();
  }

  #giveUpLater(): void {
    const linked = this.#linked;
    if (!linked) return;
    setTimeout(() => {
      if (this.#linked !== linked) return;
      this.#linked = undefined;
      this.#onLost?.();
    }, arrivalMs);
  }
}
