import type { Language } from '@waarborg/shared/messages';
import { requestBackground, UnansweredError } from '../messaging/index.ts';
import type { OwnElement } from '../tagging/own-element.ts';
import type { PageParts, PassageTagger } from './passage-tagger.ts';

/** Makes a tagger that shows itself in an element of ours. */
export type CreateTagger = (parts: PageParts, own: OwnElement, language: Language) => PassageTagger;

/** Where the toolbar's script leaves itself, in the content script's own world. */
const place = Symbol.for('waarborg.tagging');
type Place = typeof globalThis & { [place]?: CreateTagger };

/** Called by the toolbar's script when it has been injected. */
export function provideTagging(create: CreateTagger): void {
  (globalThis as Place)[place] = create;
}

/**
 * Has the toolbar's script injected. A content script cannot import a module without opening it to
 * every web page, so the background injects it.
 *
 * @throws {UnansweredError} when the extension does not answer any more.
 */
export async function loadTagging(): Promise<CreateTagger> {
  await requestBackground('load-tagging');
  const create = (globalThis as Place)[place];
  if (!create) throw new UnansweredError('the toolbar has not been injected');
  return create;
}
