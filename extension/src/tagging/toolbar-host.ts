import type { Language } from '@waarborg/shared/messages';
import themeCss from '@waarborg/shared/ui/theme.css?inline';
import { adoptStyles } from '../highlighting/adopt-styles.ts';
import { parentOf } from '../page/flat-tree.ts';
import type { OwnElement } from './own-element.ts';
import type { PassagePlace } from './passage-place.ts';
import pickCss from './pick.css?inline';
import type { TaggingTask } from './tagging-task.ts';
import toolbarCss from './toolbar.css?inline';
import { waysToClear } from './ways-to-clear.ts';

/** Room between the toolbar and the passage, and the window's edges. */
const gap = 8;
/** Height of the whole toolbar, about: the side of the passage is chosen for it, so that it need not jump. */
const usualHeight = 360;
/** Lowest that the toolbar gets to leave room for its passage: what is scrolled in less shows hardly a row. */
const leastHeight = 160;
/** How long a notice stays, in milliseconds: longer where there is something to be done. */
const noticeMs = { status: 2_000, trouble: 8_000, action: 8_000 };

/** What is said beside a passage, and what can be done about it. */
export interface Notice {
  readonly kind: 'status' | 'trouble';
  /** Near which it stands; absent: at the foot of the window. */
  readonly place?: PassagePlace | undefined;
  readonly action?: { readonly label: string; readonly act: () => void } | undefined;
  /** Called when it is gone, whatever the way. */
  readonly onGone?: (() => void) | undefined;
}

/**
 * What we show in the page: a layer for the toolbar and one for notices. Both are popovers, so they
 * lie in the browser's top layer, over any `z-index`; they inherit nothing of the page's styles.
 */
export class ToolbarHost {
  readonly root: ShadowRoot;
  readonly layer: HTMLElement;
  readonly #own: OwnElement;
  readonly #notice: HTMLElement;
  /** Speaks what a notice says. A screen reader speaks only of what it knew before words came into it. */
  readonly #spoken: HTMLElement;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #onNoticeGone: (() => void) | undefined;

  constructor(own: OwnElement, language: Language) {
    this.#own = own;
    this.layer = createLayer(language);
    this.#notice = createLayer(language);
    this.root = own.root;
    adoptStyles({ root: this.root, fallbackParent: this.root }, themeCss + toolbarCss + pickCss);
    this.#spoken = createSpoken(language);
    this.root.append(this.layer, this.#notice, this.#spoken);
  }

  get isShown(): boolean {
    return this.layer.matches(':popover-open');
  }

  /**
   * @param words node of the page that was selected just now: a modal dialog is looked for around it, and not by a
   *   hit test, for which a browser walks over the whole page.
   */
  show(words?: Node): void {
    if (this.isShown) return;
    this.#attach(words ? (modalAround(words) ?? lastModal()) : findModalDialog());
    ignoreZoom(this.layer);
    this.layer.showPopover();
  }

  hide(): void {
    if (this.isShown) this.layer.hidePopover();
  }

  /** Puts the layer below the passage, or above it where there is no room; always within the window. */
  place({ top, bottom, left }: PassagePlace): void {
    const { width, height } = this.layer.getBoundingClientRect();
    const shown = shownSize();
    const needed = Math.max(height, usualHeight);
    const roomAbove = top - gap;
    const roomBelow = shown.height - bottom - gap;
    const fitsBelow = roomBelow >= needed || (roomAbove < needed && roomBelow >= roomAbove);
    const wanted = fitsBelow ? bottom + gap : top - gap - height;
    const y = clamp(wanted, gap, shown.height - height - gap);
    const x = clamp(left, gap, shown.width - width - gap);
    this.layer.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    this.layer.style.top = '0';
    this.layer.style.left = '0';
  }

  /**
   * Scrolls the page as little as it takes for the layer to stand clear of the passage, where that can be. In a window
   * too low for both, or a page too short to scroll so far, the layer gets as low as it takes.
   */
  clear({ findPlace, findSight, scroll }: Pick<TaggingTask, 'findPlace' | 'findSight' | 'scroll'>): void {
    if (!scroll) return;
    const { height } = shownSize();
    const { top, bottom } = findPlace() ?? { top: 0, bottom: Infinity };
    const sight = findSight?.() ?? { top: 0, bottom: height };
    const most = Math.max(height - sight.top, sight.bottom);
    const room = Math.floor(most - (bottom - top) - 2 * gap);
    this.layer.style.setProperty('--room', room < leastHeight ? '100vh' : `${room}px`);
    const needed = this.layer.getBoundingClientRect().height + 2 * gap;
    const ways = () => {
      const place = findPlace();
      return place ? waysToClear(place, needed, height, sight) : [];
    };
    const [first] = ways();
    if (first === undefined) return;
    scroll(first);
    // At its end a page does not go that far.
    const other = ways().find((by) => Math.sign(by) !== Math.sign(first));
    if (other !== undefined) scroll(other);
    const place = ways().length > 0 ? findPlace() : undefined;
    if (!place) return;
    const side = Math.floor(Math.max(place.top, height - place.bottom)) - 2 * gap;
    if (side >= leastHeight) this.layer.style.setProperty('--room', `${side}px`);
  }

  /** Whether an event comes from what we show. */
  isSourceOf(event: Event): boolean {
    return this.#own.isSourceOf(event);
  }

  /** Says a sentence in the page, and to screen readers. */
  notify(sentence: string, { kind, place, action, onGone }: Notice): void {
    if (!this.isShown) this.#attach(findModalDialog());
    ignoreZoom(this.#notice);
    const box = document.createElement('div');
    box.className = kind === 'trouble' ? 'notice trouble' : 'notice';
    box.append(sentence, ...(action ? [' ', createButton(action)] : []));
    // Empty first: a live region speaks when its content changes.
    this.clearNotice();
    this.#onNoticeGone = onGone;
    if (!this.#notice.matches(':popover-open')) this.#notice.showPopover();
    this.#notice.replaceChildren(box);
    this.#spoken.textContent = sentence;
    const { width, height } = box.getBoundingClientRect();
    const shown = shownSize();
    const y = place ? place.bottom + gap : shown.height - height - 3 * gap;
    const x = place ? place.left : (shown.width - width) / 2;
    this.#notice.style.top = `${clamp(y, gap, shown.height - height - gap)}px`;
    this.#notice.style.left = `${clamp(x, gap, shown.width - width - gap)}px`;
    this.#noticeTimer = setTimeout(() => this.clearNotice(), noticeMs[action ? 'action' : kind]);
  }

  clearNotice(): void {
    clearTimeout(this.#noticeTimer);
    if (this.#notice.matches(':popover-open')) this.#notice.hidePopover();
    this.#notice.replaceChildren();
    this.#spoken.textContent = '';
    const onGone = this.#onNoticeGone;
    this.#onNoticeGone = undefined;
    onGone?.();
  }

  close(): void {
    this.clearNotice();
    this.root.replaceChildren();
  }

  /** Into the modal dialog of the page where one is open, since all else is inert then. Moving closes what is shown. */
  #attach(place: Element = document.documentElement): void {
    this.#own.attach();
    if (place !== this.#own.element.parentNode) place.append(this.#own.element);
  }
}

/** What can be pointed at while a modal dialog is open is that dialog, in whatever shadow root it stands. */
function findModalDialog(): Element | undefined {
  const [x, y] = [innerWidth / 2, innerHeight / 2];
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner = found?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner.getRootNode() !== found?.shadowRoot) break;
    found = inner;
  }
  // One without a backdrop need not lie in the middle.
  return (found && modalAround(found)) ?? lastModal();
}

function modalAround(node: Node): Element | undefined {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (at instanceof Element && at.matches('dialog:modal')) return at;
  }
  return undefined;
}

function lastModal(): Element | undefined {
  return [...document.querySelectorAll('dialog:modal')].at(-1);
}

/** A page that enlarges itself by `zoom` would enlarge the distances at which we place a layer too. */
function ignoreZoom(layer: HTMLElement): void {
  layer.style.zoom = String(1 / document.documentElement.currentCSSZoom);
}

function createButton({ label, act }: NonNullable<Notice['action']>): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

/** In our language, whatever the page is written in. */
function createLayer(language: Language): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'layer';
  layer.lang = language;
  layer.dir = 'ltr';
  layer.popover = 'manual';
  return layer;
}

/** Takes no room, and is always there. */
function createSpoken(language: Language): HTMLElement {
  const spoken = document.createElement('div');
  spoken.className = 'spoken';
  spoken.lang = language;
  spoken.setAttribute('role', 'status');
  return spoken;
}

/** What can be seen of the window, in CSS pixels: what lies under its scroll bars cannot. */
function shownSize(): { readonly width: number; readonly height: number } {
  const { clientWidth: width, clientHeight: height } = document.scrollingElement ?? document.documentElement;
  return { width, height };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
