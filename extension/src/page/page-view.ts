import type { TextPosition } from '@waarborg/shared/anchoring';
import { canonicalAddress } from '@waarborg/shared/references';
import type { DocumentTrouble, PageClues } from '../messaging/index.ts';
import type { DocumentView, ViewChange, ViewListener, WindowListener } from './document-view.ts';
import { FlatText } from './flat-text.ts';
import { parentOf } from './flat-tree.ts';
import { footRoom, frameAround, rectsInWindow } from './frames.ts';
import { nextIdle, runInSlices, type SlicedWork, sharedTurn } from './in-slices.ts';
import { PageText } from './page-text.ts';
import { PageTrees } from './page-trees.ts';
import { readPageClues } from './read-page-clues.ts';
import { PageReader, type PageReading, rootOfDocument } from './read-page-text.ts';

/** Shortest pause between two readings of a page that keeps changing. */
const minPauseMs = 300;
/** A reading may take at most one part in this many of the time. */
const pausePerReading = 30;

/** How often a reading begins because the page changed meanwhile, before one goes on while it does. */
const maxAttempts = 3;

/** A web page as a document. Reads the text in slices, and again when the page has changed. */
export class PageView implements DocumentView {
  readonly mediaType = 'text/html';
  readonly #ownHost: Element;
  readonly #reader: PageReader;
  readonly #listeners = new Set<ViewListener>();
  readonly #stopNavigation = onNavigation(() => this.#onNavigation());
  readonly #trees = new PageTrees({
    onMutations: (mutations) => this.#onMutations(mutations),
    onFrame: (frame) => this.#onMutations([{ target: frame, type: 'childList' }]),
  });
  #text: PageText;
  #source = canonicalAddress(location.href);
  #lastReadingMs = 0;
  /** Counts what may have changed the text. */
  #changes = 0;
  /** How many of them the text has that was read last. */
  #readChanges = 0;
  /** And how many that of `text`. */
  #shownChanges = 0;
  /** While it is read, and until those who were told of it have done what they do then. */
  #isBusy = true;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Those who wait until it is read again. */
  readonly #waiting = new Set<() => void>();

  private constructor(ownHost: Element) {
    this.#ownHost = ownHost;
    this.#reader = new PageReader(ownHost);
    this.#text = new PageText({ flat: new FlatText<Text>(), trees: [] }, ownHost);
    this.#trees.add(document);
  }

  /**
   * Reads the page for the first time.
   *
   * @param ownHost element of our own interface, which is no part of the page.
   * @param onClues called while a long page is being read, with what its document is recognised by if nothing changes.
   */
  static async open(ownHost: Element, onClues?: (clues: PageClues) => void): Promise<PageView> {
    const view = new PageView(ownHost);
    view.#text = await view.#read((beginning) =>
      onClues?.(readPageClues(document, location.href, beginning)),
    );
    view.#shownChanges = view.#readChanges;
    view.#isBusy = false;
    view.#readAgainIfChanged();
    return view;
  }

  get source(): string {
    return this.#source;
  }

  get text(): PageText {
    return this.#text;
  }

  get trouble(): DocumentTrouble | undefined {
    return /[\p{L}\p{N}]/u.test(this.#text.text) ? undefined : 'no-text';
  }

  candidate(): PageClues {
    return readPageClues(document, location.href, this.#text.text);
  }

  async reveal(position: TextPosition): Promise<void> {
    const [range] = this.#text.toRanges(position);
    if (!range) return;
    openDetailsAround(range.startContainer);
    scrollToRange(range);
  }

  onWindow(listener: WindowListener): () => void {
    return this.#trees.onWindow(listener);
  }

  onChange(listener: ViewListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async whenRead(): Promise<void> {
    const changes = this.#changes;
    while (!this.#isClosed && this.#shownChanges < changes) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#letGo();
    this.#stopNavigation();
    clearTimeout(this.#timer);
    this.#trees.close();
    this.#listeners.clear();
  }

  async #refresh(): Promise<void> {
    this.#timer = undefined;
    this.#isBusy = true;
    try {
      const before = this.#text;
      const text = await this.#read();
      const change = await this.#compare(before, text);
      if (this.#isClosed) return;
      if (change) this.#text = text;
      this.#shownChanges = this.#readChanges;
      this.#source = canonicalAddress(location.href);
      const following = change && [...this.#listeners].map((listener) => listener(change));
      this.#letGo();
      await Promise.all(following ?? []);
    } finally {
      this.#isBusy = false;
      this.#readAgainIfChanged();
    }
  }

  /** What is other than before; undefined where nothing is. */
  async #compare(before: PageText, text: PageText): Promise<ViewChange | undefined> {
    const hasSameText = text.text === before.text;
    const compared = hasSameText ? await runInSlices(haveSameNodes(before, text), () => false) : undefined;
    if (canonicalAddress(location.href) !== this.#source) return 'document';
    if (!hasSameText) return 'text';
    return compared?.value ? undefined : 'drawing';
  }

  #letGo(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #readAgainIfChanged(): void {
    if (!this.#isClosed && this.#changes !== this.#readChanges) this.#readSoon();
  }

  /** A page that changes its address changes its nodes soon after; a jump within it does neither. */
  #onNavigation(): void {
    if (canonicalAddress(location.href) === this.#source) return;
    this.#changes += 1;
    this.#readSoon();
  }

  /** Reads in slices; a page that does not come to rest is read while it changes, and what is missed so the next time. */
  async #read(onBegun?: (beginning: string) => void): Promise<PageText> {
    for (let attempt = 1; ; attempt += 1) {
      const changes = this.#changes;
      const isLast = attempt === maxAttempts;
      const work = this.#reader.read(rootOfDocument(document), onBegun);
      const done = await runInSlices(work, () => !isLast && this.#changes !== changes, sharedTurn);
      if (!done) continue;
      this.#lastReadingMs = done.workMs;
      this.#readChanges = changes;
      return this.#take(done.value);
    }
  }

  #take(reading: PageReading): PageText {
    for (const tree of reading.trees) this.#trees.add(tree);
    return new PageText(reading, this.#ownHost);
  }

  #onMutations(mutations: readonly Pick<MutationRecord, 'target' | 'type'>[]): void {
    let matters = false;
    for (const { target, type } of mutations) {
      if (!this.#mayMatter(target)) continue;
      matters = true;
      // Selectors reach from an element to those beside it.
      if (type !== 'characterData') {
        this.#reader.forgetStyles(type === 'attributes' ? (target.parentNode ?? target) : target);
      }
    }
    if (!matters) return;
    this.#changes += 1;
    this.#readSoon();
  }

  #readSoon(): void {
    if (this.#timer !== undefined || this.#isBusy) return;
    const pauseMs = Math.max(minPauseMs, this.#lastReadingMs * pausePerReading);
    this.#timer = setTimeout(() => void nextIdle().then(() => this.#refresh()), pauseMs);
  }

  #mayMatter(target: Node): boolean {
    return !this.#ownHost.contains(target) && !target.ownerDocument?.head?.contains(target);
  }
}

/** How many pieces are compared before others may get their turn. */
const piecesPerStep = 1_000;

function* haveSameNodes({ flat: one }: PageText, { flat: other }: PageText): SlicedWork<boolean> {
  if (one.pieces.length !== other.pieces.length) return false;
  for (const [index, { node, nodeStart }] of one.pieces.entries()) {
    const piece = other.pieces[index];
    if (piece?.node !== node || piece.nodeStart !== nodeStart) return false;
    if (index % piecesPerStep === 0) yield;
  }
  return true;
}

function openDetailsAround(node: Node): void {
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if (at.nodeName === 'DETAILS') (at as HTMLDetailsElement).open = true;
  }
}

/** Puts the beginning of a range at a third of the window's height. */
function scrollToRange(range: AbstractRange): void {
  const lines = rectsInWindow(range);
  const [first, last] = [lines[0], lines.at(-1)];
  const isFramed = frameAround(range.startContainer.ownerDocument as Document) !== null;
  // What lies in the window may lie outside the part that its frame shows.
  if (!isFramed && first && last && first.top >= 0 && last.bottom <= innerHeight - footRoom) return;
  // At once, whatever the page's own style says: a reader may want no motion, and we look where it stands next.
  const behavior = 'instant';
  // Scroll containers and frames in the page first, then the place in the window.
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
  const [now] = rectsInWindow(range);
  if (now && (now.top < 0 || now.top > innerHeight * 0.6)) {
    scrollBy({ top: now.top - innerHeight / 3, behavior });
  }
}

/** Calls back when the address has changed without a new page. Returns how to stop. */
function onNavigation(listener: () => void): () => void {
  // Not in every browser that has highlights; without it the change of nodes tells.
  const target: EventTarget | undefined = globalThis.navigation;
  target?.addEventListener('currententrychange', listener);
  return () => target?.removeEventListener('currententrychange', listener);
}
