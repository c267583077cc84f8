import { isReachable } from '../page/frames.ts';

/** How far around the window elements are near, in windows: further than a page scrolls between two frames. */
const reach = 1;
/** How long news of elements that are not in sight yet is gathered, in milliseconds. */
const gatherMs = 150;

/** Knows which elements stand in the window or not far from it, also after the page has scrolled or changed. */
export class NearWindow {
  readonly #near = new Map<Element, boolean>();
  readonly #onChange: () => void;
  readonly #observer: IntersectionObserver;
  readonly #closing = new AbortController();
  #scrolled = new WeakMap<EventTarget, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when other elements are near: at once if they are in sight, else a little later. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    const margin = `${100 * reach}%`;
    // What scrolls within the page has a margin of its own.
    const options = { rootMargin: margin, scrollMargin: margin };
    this.#observer = new IntersectionObserver((entries) => this.#onEntries(entries), options);
    const { signal } = this.#closing;
    addEventListener('scroll', ({ target }) => this.#onScroll(target), {
      capture: true,
      passive: true,
      signal,
    });
  }

  /** Whether an element is near; it is watched from now on. */
  has(element: Element): boolean {
    const known = this.#near.get(element);
    if (known !== undefined) return known;
    const isNear = standsNear(element);
    this.#near.set(element, isNear);
    this.#observer.observe(element);
    return isNear;
  }

  /** Watches these elements only. */
  keepOnly(elements: ReadonlySet<Element>): void {
    for (const element of this.#near.keys()) {
      if (elements.has(element)) continue;
      if (isReachable(element)) this.#observer.unobserve(element);
      this.#near.delete(element);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#closing.abort();
    this.#observer.disconnect();
  }

  #onEntries(entries: readonly IntersectionObserverEntry[]): void {
    let isInSight = false;
    let isOther = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (!this.#near.has(target) || this.#near.get(target) === isIntersecting) continue;
      this.#near.set(target, isIntersecting);
      isOther = true;
      isInSight ||= isIntersecting && isWithin(boundingClientRect, reach / 2);
    }
    if (isInSight) this.#tell();
    else if (isOther) this.#timer ??= setTimeout(() => this.#tell(), gatherMs);
  }

  /** The browser tells of elements after it has drawn them: what is jumped to would be late by a frame. */
  #onScroll(target: EventTarget | null): void {
    if (!target) return;
    const scroller = target === document ? document.scrollingElement : target;
    const { scrollTop = 0, scrollLeft = 0 } = (scroller ?? {}) as Partial<Element>;
    const at = scrollTop + scrollLeft;
    if (Math.abs(at - (this.#scrolled.get(target) ?? 0)) < innerHeight) return;
    this.#scrolled.set(target, at);
    for (const element of this.#near.keys()) this.#near.set(element, standsNear(element));
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#onChange();
  }
}

/** What is in a frame or gone counts as near until the browser has told of it. */
function standsNear(element: Element): boolean {
  if (!isReachable(element) || element.ownerDocument !== document) return true;
  return isWithin(element.getBoundingClientRect(), reach);
}

/** Whether a place is at most so many windows away. */
function isWithin({ top, bottom, left, right }: DOMRectReadOnly, windows: number): boolean {
  const [x, y] = [innerWidth * windows, innerHeight * windows];
  return bottom >= -y && top <= innerHeight + y && right >= -x && left <= innerWidth + x;
}
