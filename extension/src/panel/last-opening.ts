import { type Opening, requestBackground } from '../messaging/index.ts';

type Shown = Parameters<typeof requestBackground<'open-document'>>[1];

/**
 * Opens documents, and gives the one that was opened last again until something of the dossier changes: a page reports
 * itself anew whenever its passages were looked for, and two thousand of them are a megabyte to read and send.
 */
export class LastOpening {
  #last: { readonly shown: string; readonly answer: Promise<Opening> } | undefined;

  open(candidate: Shown): Promise<Opening> {
    const shown = JSON.stringify(candidate);
    if (this.#last?.shown === shown) return this.#last.answer;
    const answer = requestBackground('open-document', candidate);
    const opening = { shown, answer };
    this.#last = opening;
    // What could not be opened can be the next time.
    const isOpened = answer.then(
      ({ ok }) => ok,
      () => false,
    );
    void isOpened.then((isKept) => {
      if (!isKept && this.#last === opening) this.#last = undefined;
    });
    return answer;
  }

  /** To be called when something may have changed. */
  forget(): void {
    this.#last = undefined;
  }
}
