import type { WindowListener } from './document-view.ts';
import { isFrame, windowOf } from './frames.ts';

/** What may have changed the text of a page. */
export interface TreeListener {
  onMutations(mutations: readonly MutationRecord[]): void;
  /** Another document is in a frame. */
  onFrame(frame: Element): void;
}

const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'hidden', 'style', 'open', 'slot', 'src', 'srcdoc'],
};

/** The documents and open shadow roots that a page consists of: its own and those in its frames, as they are found. */
export class PageTrees {
  readonly #listener: TreeListener;
  readonly #observer: MutationObserver;
  readonly #known = new WeakSet<Node>();
  /** Whom to tell of windows, with what ends when a window is told again. */
  readonly #windowListeners = new Map<WindowListener, WeakMap<Window, AbortController>>();
  readonly #stop = new AbortController();
  #documents: readonly Document[] = [];

  constructor(listener: TreeListener) {
    this.#listener = listener;
    this.#observer = new MutationObserver((mutations) => listener.onMutations(mutations));
  }

  /** Watches a tree; one that is watched already is left alone. */
  add(tree: Document | ShadowRoot): void {
    if (this.#known.has(tree)) return;
    this.#known.add(tree);
    this.#observer.observe(tree, watched);
    if (tree.nodeType === Node.DOCUMENT_NODE) this.#addDocument(tree as Document);
  }

  /** Calls back for each window that shows a part of the page, now and later. Returns how to stop. */
  onWindow(listener: WindowListener): () => void {
    this.#windowListeners.set(listener, new WeakMap());
    for (const page of this.#documents) this.#tellWindow(page, listener);
    return () => this.#windowListeners.delete(listener);
  }

  close(): void {
    this.#observer.disconnect();
    this.#stop.abort();
    this.#windowListeners.clear();
  }

  #addDocument(page: Document): void {
    // Without those whose frame is gone, or shows another document by now.
    this.#documents = [...this.#documents.filter(windowOf), page];
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    // Not told by any mutation; it does not bubble either.
    page.addEventListener('load', ({ target }) => this.#onLoad(target), options);
    for (const listener of this.#windowListeners.keys()) this.#tellWindow(page, listener);
  }

  #tellWindow(page: Document, listener: WindowListener): void {
    const shown = windowOf(page);
    const told = this.#windowListeners.get(listener);
    if (!shown || !told) return;
    // The next document of a frame may have the window of the one before, in Firefox with all that listens there.
    told.get(shown)?.abort();
    const telling = new AbortController();
    told.set(shown, telling);
    listener(shown, telling.signal);
  }

  #onLoad(target: EventTarget | null): void {
    if (target && isFrame(target as Node)) this.#listener.onFrame(target as Element);
  }
}
