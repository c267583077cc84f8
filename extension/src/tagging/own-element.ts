/**
 * Our one element in the page, with a closed shadow root: the page's scripts cannot read what is typed in it.
 *
 * It has no box of its own, by an `!important` in its style attribute that no style sheet of the page overrules.
 */
export class OwnElement {
  readonly element = document.createElement('waarborg-toolbar');
  readonly root: ShadowRoot;

  constructor() {
    this.element.style.setProperty('display', 'contents', 'important');
    this.root = this.element.attachShadow({ mode: 'closed' });
  }

  /** Puts the element into the document, again when the page threw it out. */
  attach(): void {
    if (!this.element.isConnected) document.documentElement.append(this.element);
  }

  /** Whether an event comes from within it; also where it stands in a shadow root, whose events name the host. */
  isSourceOf(event: Event): boolean {
    return event.composedPath().includes(this.element);
  }

  close(): void {
    this.element.remove();
  }
}
