import type { Language } from '@waarborg/shared/messages';
import { extensionMessages } from '@waarborg/shared/messages/extension';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { passageMessages } from '@waarborg/shared/messages/passage';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Outcome } from '../messaging/index.ts';

/** What every part of the panel may use. */
export interface PanelContextValue {
  readonly language: Language;
  readonly tab: number | undefined;
  /**
   * Says something once, also to a screen reader; `undo` offers to take it back, and gets the focus where what was
   * done took it away.
   */
  announce(text: string, undo?: () => Promise<void>, keepsFocus?: boolean): void;
}

/** Hands the parts of the panel what all of them may use. */
export const PanelContext = createContext<PanelContextValue>({
  language: 'nl',
  tab: undefined,
  announce: () => {},
});

/** What every part of the panel may use, with the words in its language and the ways to ask. */
export function usePanel() {
  const panel = useContext(PanelContext);
  const messages = panelMessages[panel.language];
  return {
    ...panel,
    messages,
    passageWords: passageMessages[panel.language],
    /** Waits for an answer of the background and says what went wrong; whether it went well. */
    async settle(answer: Promise<Outcome<unknown>>): Promise<boolean> {
      const failures = extensionMessages[panel.language];
      const outcome = await answer.catch(() => undefined);
      if (!outcome?.ok) panel.announce(outcome ? failures[`outcome.${outcome.code}`] : failures.unanswered);
      return outcome?.ok ?? false;
    },
    /** Asks the page to do something, and says `refusal` where it does not, or is gone; whether it did. */
    async askPage(ask: (tab: number) => Promise<boolean>, refusal: string): Promise<boolean> {
      const isDone = panel.tab !== undefined && (await ask(panel.tab).catch(() => false));
      if (!isDone) panel.announce(refusal);
      return isDone;
    },
  };
}
