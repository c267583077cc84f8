import { isFrame } from '../page/frames.ts';

/** Where the page had its focus before we took it. */
export class PageFocus {
  #before: Element | null = null;

  remember(): void {
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
    this.#before = activeElement;
  }

  /** Gives it back, from whatever of ours has it. */
  giveBack(root: ShadowRoot): void {
    const { activeElement } = root;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    const before = this.#before;
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
      if (isFrame(before)) before.contentWindow?.focus();
      else before.focus({ preventScroll: true });
    }
    this.#before = null;
  }
}
