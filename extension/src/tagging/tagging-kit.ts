import type { Language } from '@waarborg/shared/messages';
import { taggingMessages } from '@waarborg/shared/messages/tagging';
import { AttachBar } from './attach-bar.tsx';
import type { OwnElement } from './own-element.ts';
import { Toolbar } from './toolbar.tsx';
import { type PassagePlace, ToolbarHost } from './toolbar-host.ts';

/** What can be said in the page beside the toolbar. */
export type PageTrouble =
  | 'empty'
  | 'no-words'
  | 'own-interface'
  | 'too-long'
  | 'not-connected'
  | 'no-text'
  | 'passage-gone'
  | 'foreign-frame';

/**
 * Everything that a reviewer sees of us in a page. It is a script of its own, which a web page gets
 * when it is first needed: most pages are read and not coded.
 */
export interface TaggingKit {
  readonly toolbar: Toolbar;
  readonly attachBar: AttachBar;
  /** Says one sentence near a place, or at the foot of the window. */
  say(trouble: PageTrouble, place?: PassagePlace): void;
  /** Hears the keys of a window that shows a part of the page. */
  listenIn(shown: Window): void;
  close(): void;
}

export function createTaggingKit(own: OwnElement, language: Language): TaggingKit {
  const host = new ToolbarHost(own);
  const toolbar = new Toolbar(host, language);
  const attachBar = new AttachBar(host, language);
  return {
    toolbar,
    attachBar,
    say: (trouble, place) => host.notify(taggingMessages[language][`trouble.${trouble}`], 'trouble', place),
    listenIn: (shown) => {
      toolbar.listenIn(shown);
      attachBar.listenIn(shown);
    },
    close: () => {
      toolbar.destroy();
      attachBar.destroy();
      host.close();
    },
  };
}
