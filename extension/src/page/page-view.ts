import type { TextPosition } from '@waarborg/shared/anchoring';
import { canonicalAddress } from '@waarborg/shared/references';
import { candidateOfPage } from './candidate-of-page.ts';
import type { Candidate, DocumentView, ViewChange, ViewTrouble } from './document-view.ts';
import { PageText } from './page-text.ts';
import { readPageText } from './read-page-text.ts';

/** Shortest pause between two readings of a page that keeps changing. */
const minPauseMs = 300;
/** A reading may take at most one part in this many of the time. */
const pausePerReading = 30;

/** A web page as a document. Reads the text once, and again when the page has changed. */
export class PageView implements DocumentView {
  readonly mediaType = 'text/html';
  readonly #ownHost: Element;
  readonly #listeners = new Set<(change: ViewChange) => void>();
  readonly #stopNavigation = onNavigation(() => this.#onNavigation());
  readonly #observer = new MutationObserver((mutations) => this.#onMutations(mutations));
  #text: PageText;
  #source = canonicalAddress(location.href);
  #lastReadingMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ownHost element of our own interface, which is no part of the page. */
  constructor(ownHost: Element) {
    this.#ownHost = ownHost;
    this.#text = this.#read();
    this.#observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'hidden', 'style', 'open'],
    });
  }

  get source(): string {
    return this.#source;
  }

  get text(): PageText {
    return this.#text;
  }

  get trouble(): ViewTrouble | undefined {
    return /[\p{L}\p{N}]/u.test(this.#text.text) ? undefined : 'no-text';
  }

  candidate(): Candidate {
    return candidateOfPage(document, location.href);
  }

  async reveal(position: TextPosition): Promise<void> {
    const [range] = this.#text.toRanges(position);
    if (!range) return;
    openDetailsAround(range.startContainer);
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    scrollToRange(live);
  }

  onChange(listener: (change: ViewChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks again at once; for navigation within the page, which need not change its nodes. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#text;
    this.#text = this.#read();
    const source = canonicalAddress(location.href);
    if (source !== this.#source) {
      this.#source = source;
      this.#tell('document');
    } else if (this.#text.text !== before.text) this.#tell('text');
    else if (!haveSameNodes(before, this.#text)) this.#tell('drawing');
  }

  close(): void {
    this.#stopNavigation();
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#listeners.clear();
  }

  /** A page that changes its address changes its nodes soon after; a jump within it does neither. */
  #onNavigation(): void {
    if (canonicalAddress(location.href) !== this.#source) this.#readSoon();
  }

  #tell(change: ViewChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  #read(): PageText {
    const started = performance.now();
    const root = document.body ?? document.documentElement;
    const text = new PageText(readPageText(root, this.#ownHost), root, this.#ownHost);
    this.#lastReadingMs = performance.now() - started;
    return text;
  }

  #onMutations(mutations: readonly MutationRecord[]): void {
    if (mutations.some(({ target }) => this.#mayMatter(target))) this.#readSoon();
  }

  #readSoon(): void {
    if (this.#timer !== undefined) return;
    const pauseMs = Math.max(minPauseMs, this.#lastReadingMs * pausePerReading);
    this.#timer = setTimeout(() => whenIdle(() => this.refresh()), pauseMs);
  }

  #mayMatter(target: Node): boolean {
    return !this.#ownHost.contains(target) && !document.head?.contains(target);
  }
}

function haveSameNodes(one: PageText, other: PageText): boolean {
  const { pieces } = one.flat;
  return (
    pieces.length === other.flat.pieces.length &&
    pieces.every(({ node, nodeStart }, index) => {
      const piece = other.flat.pieces[index];
      return piece?.node === node && piece.nodeStart === nodeStart;
    })
  );
}

function openDetailsAround(node: Node): void {
  for (let element = node.parentElement; element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
}

/** Puts the beginning of a range at a third of the window's height. */
function scrollToRange(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  // Scroll containers inside the page first, then the place in the window.
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  const now = range.getBoundingClientRect();
  if (now.top < 0 || now.top > innerHeight * 0.6) scrollBy({ top: now.top - innerHeight / 3 });
}

/** Calls back when the address has changed without a new page. Returns how to stop. */
function onNavigation(listener: () => void): () => void {
  // Not in every browser that has highlights; without it the change of nodes tells.
  const target: EventTarget | undefined = globalThis.navigation;
  target?.addEventListener('currententrychange', listener);
  return () => target?.removeEventListener('currententrychange', listener);
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1_000 });
  else setTimeout(work);
}
