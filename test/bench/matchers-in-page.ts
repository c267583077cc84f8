/** The matchers that are compared, as one script for a page: see `anchoring-browser.ts`. */
import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom';
import { reviveSelector } from '@recogito/text-annotator';
import { anchorQuotes, type QuoteSelector } from '@waarborg/shared/anchoring';
import domAnchorTextQuote from 'dom-anchor-text-quote';

/** What a matcher made of one quote: a range as offsets in the text of the root, and the time it took. */
export interface Matched {
  readonly position: { start: number; end: number } | undefined;
  readonly ms: number;
}

/** Gives a range for each of the quotes, in their order; undefined for what it does not find. */
type Matcher = (root: HTMLElement, quotes: readonly QuoteSelector[]) => Ranges;
type Ranges = Iterable<Range | undefined> | AsyncIterable<Range | undefined>;

const matchers: Record<string, Matcher> = {
  *ours(root, quotes) {
    const nodes = textNodes(root);
    for (const one of anchorQuotes(root.textContent, quotes))
      yield one.state === 'orphan' ? undefined : toRange(nodes, one.position.start, one.position.end);
  },
  *'dom-anchor-text-quote'(root, quotes) {
    for (const { exact, prefix = '', suffix = '', start = 0 } of quotes)
      yield domAnchorTextQuote.toRange(root, { exact, prefix, suffix }, { hint: start }) ?? undefined;
  },
  async *'@apache-annotator/dom'(root, quotes) {
    for (const { exact, prefix = '', suffix = '' } of quotes) {
      const match = createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact, prefix, suffix });
      const first = await match(root).next();
      yield first.done ? undefined : first.value;
    }
  },
  *'@recogito/text-annotator'(root, quotes) {
    for (const { exact, start = 0, end = 0 } of quotes) {
      const { range } = reviveSelector({ quote: exact, start, end, range: new Range() }, root);
      yield range.collapsed ? undefined : range;
    }
  },
};

/** Lets one matcher find the quotes in the page's `main`, each when `nextMatch` asks for it. */
function startMatcher(name: string, quotes: readonly QuoteSelector[]): void {
  running = allOf((matchers[name] as Matcher)(rootOf(), quotes));
}

let running: AsyncIterator<Range | undefined> = allOf([]);

async function* allOf(ranges: Ranges) {
  yield* ranges;
}

/** What the matcher makes of the next quote; undefined when there is none. */
async function nextMatch(): Promise<Matched | undefined> {
  const start = performance.now();
  const { done, value } = await running.next();
  const ms = performance.now() - start;
  return done === true ? undefined : { ms, position: value && offsetsOf(rootOf(), value) };
}

function rootOf(): HTMLElement {
  return document.querySelector('main') as HTMLElement;
}

function textNodes(root: HTMLElement): { node: Text; start: number }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let start = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    nodes.push({ node, start });
    start += node.length;
  }
  return nodes;
}

function toRange(nodes: readonly { node: Text; start: number }[], start: number, end: number): Range {
  const at = (offset: number) => {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((nodes[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return nodes[low] as { node: Text; start: number };
  };
  const range = new Range();
  const first = at(start);
  const last = at(end - 1);
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

function offsetsOf(root: HTMLElement, range: Range): { start: number; end: number } {
  const before = new Range();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}

Object.assign(globalThis, { matcherNames: Object.keys(matchers), startMatcher, nextMatch });
