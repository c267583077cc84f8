import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useActionKeys } from '../sites/use-commands.ts';
import { Section } from './section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';

/** Step 4: how work begins, with the button and the keys that this browser has for it. */
export function StartSection({ language }: { readonly language: Language }) {
  const messages = welcomeMessages[language];
  const keys = useActionKeys();
  const isHidden = useHiddenButton();
  return (
    <Section number={4} title={messages.startTitle} isDone={false}>
      <ol>
        <li>{messages.startOpen}</li>
        <li>
          {messages.startClick(keys)} {isHidden && messages.startPin}
        </li>
        <li>{messages.startMark}</li>
      </ol>
      <ShortcutsSection language={language} />
    </Section>
  );
}

/** Whether the browser keeps our button in its menu of extensions, out of sight. */
function useHiddenButton(): boolean {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const read = async () => {
      try {
        const { isOnToolbar } = await browser.action.getUserSettings();
        setHidden(isOnToolbar === false);
      } catch {
        // A browser that does not tell.
      }
    };
    void read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return isHidden;
}
