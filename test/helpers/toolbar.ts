import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { debuggerOf } from './debugger-of.ts';

/** One choice of the toolbar, with the key that chooses it. */
interface ToolbarChoice {
  readonly row: string;
  readonly key: string;
  readonly label: string;
}

/** What a reviewer reads in our element in the page. */
export interface ToolbarContent {
  /** All its words; empty when nothing of it is shown. */
  readonly text: string;
  readonly choices: readonly ToolbarChoice[];
}

/** A node as the DevTools protocol describes it; shadow roots count, closed ones too. */
interface DescribedNode {
  readonly backendNodeId: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DescribedNode[];
  readonly shadowRoots?: readonly DescribedNode[];
}

/** Reads the tagging toolbar, whose closed shadow root no script can enter. Undefined when it is not in the page. */
export async function readToolbar(page: Page): Promise<ToolbarContent> {
  const node = await describeToolbar(await debuggerOf(page));
  if (!node) return { text: '', choices: [] };
  return { text: textOf(node).replace(/\s+/gu, ' ').trim(), choices: choicesOf(node, '') };
}

/**
 * Does something, and waits until our element says words thereupon: also those that it has said just before, or says
 * for a moment only. It must be in the page already.
 */
export async function untilSaid(page: Page, words: string, work: () => Promise<unknown>): Promise<void> {
  const session = await debuggerOf(page);
  const root = await resolveRoot(session);
  const call = (work: () => unknown, objectId: string | undefined, byValue: boolean) =>
    session.send('Runtime.callFunctionOn', {
      functionDeclaration: String(work),
      ...{ objectId: objectId as string, returnByValue: byValue },
    });
  const heard = (await call(hearAll, root, false)).result.objectId;
  await work();
  await expect
    .poll(async () => (await call(tellHeard, heard, true)).result.value as string[])
    .toContainEqual(expect.stringContaining(words));
}

/**
 * A page of its own with what our element shows now: no script of a page enters a closed shadow root, so what is to
 * look at it is given a copy, with its style.
 */
export async function copyToolbar(page: Page): Promise<Page> {
  const session = await debuggerOf(page);
  const { result } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: String(serialise),
    ...{ objectId: await resolveRoot(session), returnByValue: true },
  });
  const copy = await page.context().newPage();
  await copy.setContent(
    `<!doctype html><html lang="nl"><title>Waarborg</title><main><div><template shadowrootmode="open">${result.value}</template></div></main></html>`,
  );
  await copy.evaluate(() => {
    for (const host of document.querySelectorAll('main > div'))
      for (const shown of host.shadowRoot?.querySelectorAll<HTMLElement>('[popover]') ?? [])
        shown.showPopover();
  });
  return copy;
}

/** Runs on our shadow root: its style and all that is in it, as HTML. */
function serialise(this: ShadowRoot): string {
  const rules = this.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  return `<style>${rules.map(({ cssText }) => cssText).join('\n')}</style>${this.innerHTML}`;
}

/** Runs on our shadow root: gathers the texts that come into it. */
function hearAll(this: ShadowRoot): { readonly texts: string[] } {
  const texts: string[] = [];
  new MutationObserver((records) => {
    for (const { target, type, addedNodes } of records)
      for (const { textContent } of type === 'characterData' ? [target] : addedNodes)
        texts.push(textContent ?? '');
  }).observe(this, { childList: true, characterData: true, subtree: true });
  return { texts };
}

/** Runs on what that gives. */
function tellHeard(this: { readonly texts: string[] }): string[] {
  return this.texts;
}

/** Our shadow root, for functions that are run on it. */
async function resolveRoot(session: CDPSession): Promise<string> {
  const [root] = (await describeToolbar(session))?.shadowRoots ?? [];
  if (!root) throw new Error('Our element is not in the page');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
  return object.objectId as string;
}

/** Our element with all that is in it; undefined when it is not in the page. */
async function describeToolbar(session: CDPSession): Promise<DescribedNode | undefined> {
  await session.send('DOM.getDocument', { depth: 0 });
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('waarborg-toolbar')",
  });
  if (!result.objectId) return undefined;
  const { node } = await session.send('DOM.describeNode', {
    objectId: result.objectId,
    depth: -1,
    pierce: true,
  });
  return node;
}

function choicesOf(node: DescribedNode, row: string): ToolbarChoice[] {
  const ownRow = attributeOf(node, 'data-step') ?? row;
  if (attributeOf(node, 'class') === 'option') {
    const key = attributeOf(node, 'aria-keyshortcuts') ?? '';
    // The key and the sign are for the eye: what is left is the label.
    return [
      { row: ownRow, key, label: textOf(node, (child) => attributeOf(child, 'aria-hidden') === 'true') },
    ];
  }
  return childrenOf(node).flatMap((child) => choicesOf(child, ownRow));
}

function textOf(node: DescribedNode, isLeftOut = (_: DescribedNode): boolean => false): string {
  if (node.nodeType === 3) return node.nodeValue;
  return childrenOf(node)
    .filter((child) => !isLeftOut(child))
    .map((child) => textOf(child, isLeftOut))
    .join(node.nodeName === 'SPAN' || node.nodeName === 'BUTTON' ? '' : ' ')
    .trim();
}

function childrenOf({ children = [], shadowRoots = [] }: DescribedNode): readonly DescribedNode[] {
  return [...shadowRoots, ...children];
}

function attributeOf({ attributes = [] }: DescribedNode, name: string): string | undefined {
  const place = attributes.findIndex((value, index) => index % 2 === 0 && value === name);
  return place < 0 ? undefined : attributes[place + 1];
}
