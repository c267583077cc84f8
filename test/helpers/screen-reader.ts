import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A part of what a screen reader is told of a page, as far as it is looked at here. */
interface ToldNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** All that a screen reader is told of a page, closed shadow roots included. */
async function readTold(session: CDPSession): Promise<readonly ToldNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes as readonly ToldNode[];
}

/** Most presses of Tab after which somebody gives up. */
const mostPresses = 80;

/**
 * Presses Tab until what a screen reader calls so has the focus, as somebody does who has no mouse.
 *
 * @throws {Error} with all that Tab did lead to, where it does not lead there.
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const passed: string[] = [];
    for (;;) {
      const focused = nameOfFocused(await readTold(session));
      if (focused === name) return;
      if (passed.length === mostPresses)
        throw new Error(`Tab leads to ${passed.join(' | ')}, and not to ${name}`);
      passed.push(focused);
      await page.keyboard.press('Tab');
    }
  } finally {
    await session.detach();
  }
}

function nameOfFocused(nodes: readonly ToldNode[]): string {
  const hasFocus = ({ role, properties }: ToldNode) =>
    role?.value !== 'RootWebArea' &&
    properties?.some(({ name, value }) => name === 'focused' && value.value === true);
  return nodes.find(hasFocus)?.name?.value ?? '';
}

/**
 * Remembers the places of a page from which a screen reader speaks by itself; gives how to expect that one of them says
 * words. Only those count that were there before their words: of one that comes with them many are silent.
 */
export async function watchSpoken(page: Page): Promise<(words: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const before = new Set(speakingPlaces(await readTold(session)).map(({ id }) => id));
  return async (words) => {
    const spoken = async () =>
      speakingPlaces(await readTold(session))
        .filter(({ id }) => before.has(id))
        .map(({ text }) => text);
    await expect.poll(spoken, { message: 'Spoken' }).toContainEqual(expect.stringContaining(words));
    await session.detach();
  };
}

interface SpeakingPlace {
  readonly id: number;
  readonly text: string;
}

function speakingPlaces(nodes: readonly ToldNode[]): SpeakingPlace[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node: ToldNode): string => {
    if (node.role?.value === 'StaticText') return node.name?.value ?? '';
    return (node.childIds ?? [])
      .map((id) => byId.get(id))
      .map((child) => (child ? textOf(child) : ''))
      .join('');
  };
  return nodes.flatMap((node) => {
    const { ignored, role, backendDOMNodeId: id } = node;
    const speaks = !ignored && (role?.value === 'status' || role?.value === 'alert');
    return speaks && id !== undefined ? [{ id, text: textOf(node) }] : [];
  });
}
