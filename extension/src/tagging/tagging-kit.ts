import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import type { OpeningTrouble } from '../messaging/index.ts';
import { mayTakeKey } from './may-take-key.ts';
import type { OwnElement } from './own-element.ts';
import type { PassagePlace } from './passage-place.ts';
import { PickBar } from './pick-bar.tsx';
import { Toolbar } from './toolbar.ts';
import { ToolbarHost } from './toolbar-host.ts';
import { type Undo, UndoOffer } from './undo-offer.ts';
import { watchLostKeys } from './watch-lost-keys.ts';

/** What can be said in the page beside the toolbar. */
export type PageTrouble =
  | 'empty'
  | 'no-words'
  | 'own-interface'
  | 'editable'
  | 'outside'
  | 'too-long'
  | 'too-many-pieces'
  | 'keys-stopped'
  | 'page-changed'
  | 'page-replaced'
  | 'not-connected'
  | `unopened-${Exclude<OpeningTrouble, 'not-connected'>}`
  | 'no-text'
  | 'passage-gone'
  | 'passage-unknown'
  | 'link-not-connected'
  | 'foreign-frame';

/**
 * Everything that a reviewer sees of us in a page. It is a script of its own, which a web page gets
 * when it is first needed: most pages are read and not coded.
 */
export interface TaggingKit {
  readonly toolbar: Toolbar;
  readonly pickBar: PickBar;
  /** Says one sentence near a place, or at the foot of the window. */
  say(trouble: PageTrouble, place?: PassagePlace): void;
  /** Says what was done with a passage, and lets it be taken back. */
  tell(done: 'attached' | 'pieceAdded', undo: Undo): void;
  /** Hears the keys of a window that shows a part of the page. */
  listenIn(shown: Window): void;
  close(): void;
}

/** Makes the interface of tagging in an element of ours. */
export function createTaggingKit(own: OwnElement, language: Language): TaggingKit {
  const host = new ToolbarHost(own, language);
  const undoOffer = new UndoOffer(host, language);
  const toolbar = new Toolbar(host, language, undoOffer);
  const pickBar = new PickBar(host, language);
  // The others keep every key from the page, and from who listens behind them.
  const parts = [undoOffer, toolbar, pickBar];
  const closing = new AbortController();
  const say: TaggingKit['say'] = (trouble, place) =>
    host.notify(taggingMessages[language][`trouble.${trouble}`], { kind: 'trouble', place });
  return {
    toolbar,
    pickBar,
    say,
    tell: (done, undo) => undoOffer.offer(taggingMessages[language][done], undo),
    listenIn: (shown) => {
      // What is only offered hears what is pressed in the page.
      const isForUs = (event: KeyboardEvent) => host.isSourceOf(event) || (host.isShown && mayTakeKey(event));
      watchLostKeys(shown, host.layer, isForUs, () => say('keys-stopped'), closing.signal);
      for (const part of parts) part.listenIn(shown);
    },
    close: () => {
      closing.abort();
      for (const part of parts) part.destroy();
      host.close();
    },
  };
}
