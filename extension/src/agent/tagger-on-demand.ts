import { UnansweredError } from '../messaging/index.ts';
import type { PassageTagger } from './passage-tagger.ts';

/** The tagger of a page, made when it is first needed: most pages are read and not coded. */
export class TaggerOnDemand {
  readonly #create: () => Promise<PassageTagger>;
  #making: Promise<PassageTagger> | undefined;
  #made: PassageTagger | undefined;

  constructor(create: () => Promise<PassageTagger>) {
    this.#create = create;
  }

  /** Undefined as long as nobody needed it. */
  get made(): PassageTagger | undefined {
    return this.#made;
  }

  /** @throws {UnansweredError} when the extension does not answer any more; the next call tries again. */
  get(): Promise<PassageTagger> {
    this.#making ??= this.#create().then(
      (tagger) => {
        this.#made = tagger;
        return tagger;
      },
      (error: unknown) => {
        this.#making = undefined;
        throw error;
      },
    );
    return this.#making;
  }

  /** Works with it as soon as it is there. */
  use(work: (tagger: PassageTagger) => void): void {
    this.get().then(work).catch(extensionIsGone);
  }

  close(): void {
    this.#made?.close();
  }
}

/**
 * The extension was updated or removed under an open page, before its toolbar was there: nothing of
 * ours is left that could say so. Anything else is a mistake of ours and goes to the console.
 */
function extensionIsGone(error: unknown): void {
  if (!(error instanceof UnansweredError)) throw error;
}
