import { annotationOfFragment } from '@waarborg/shared/citation';

/** How long a linked passage may take to arrive from the server before its absence is told. */
const arrivalMs = 8_000;
/** How long the page rests before it is told that a passage that has arrived does not stand in it. */
const restMs = 1_000;

/** Why a linked passage is not shown. */
type LinkTrouble = 'passage-gone' | 'passage-unknown' | 'link-not-connected';

interface AddressLinkParts {
  /** Brings a passage into view; false when it is not in the page. */
  readonly goTo: (id: string) => Promise<boolean>;
  /** Whether it has arrived, be it that its words are not in the page. */
  readonly isKnown: (id: string) => boolean;
  /** Whether the reviewer works in a dossier. */
  readonly isConnected: () => boolean;
  readonly say: (trouble: LinkTrouble) => void;
}

/**
 * Goes to the passage that the address of the page names (`#waarborg=…`), as soon as it is there. Says why not when
 * it does not come.
 */
export class AddressLink {
  readonly #parts: AddressLinkParts;
  /** Annotation to which the address leads, until it has been shown or given up. */
  #linked: string | undefined;
  /** When it could first have been there, or news last came, in milliseconds; undefined before. */
  #awaitedSince: number | undefined;
  #saidNotConnected = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: AddressLinkParts) {
    this.#parts = parts;
  }

  /** Reads the address; again whenever it changes. Returns how to stop. */
  watch(): () => void {
    const read = () => {
      clearTimeout(this.#timer);
      this.#linked = annotationOfFragment(location.hash);
      this.#saidNotConnected = false;
    };
    const readAgain = () => {
      read();
      void this.follow('news');
    };
    read();
    addEventListener('hashchange', readAgain);
    return () => {
      removeEventListener('hashchange', readAgain);
      clearTimeout(this.#timer);
    };
  }

  /**
   * Goes there if the passage is known by now; else waits for it, in a dossier.
   *
   * @param what whether passages may have arrived, or the page has been read again.
   */
  async follow(what: 'news' | 'text'): Promise<void> {
    const linked = this.#linked;
    if (!linked) return;
    const { goTo, isConnected, isKnown, say } = this.#parts;
    const isShown = await goTo(linked);
    if (this.#linked !== linked) return;
    clearTimeout(this.#timer);
    if (isShown) this.#linked = undefined;
    else if (isConnected()) {
      if (what === 'news') this.#awaitedSince = Date.now();
      const left = (this.#awaitedSince ?? 0) + arrivalMs - Date.now();
      const giveUp = () => {
        this.#linked = undefined;
        say(isKnown(linked) ? 'passage-gone' : 'passage-unknown');
      };
      this.#timer = setTimeout(giveUp, isKnown(linked) ? Math.min(restMs, left) : left);
    } else if (!this.#saidNotConnected) {
      this.#saidNotConnected = true;
      say('link-not-connected');
    }
  }
}
