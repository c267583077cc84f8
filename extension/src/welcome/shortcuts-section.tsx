import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';

/** The keys that start Waarborg, and the way to the page of the browser on which they are changed. */
export function ShortcutsSection({ language }: { readonly language: Language }) {
  const messages = welcomeMessages[language];
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // They are changed in another tab.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <>
      <h3>{messages.shortcutsTitle}</h3>
      <ul>
        {commands.map(({ name, shortcut }) => (
          <li key={name}>
            {name === 'pick-passages' ? messages.shortcutsPick : messages.shortcutsAction}:{' '}
            {shortcut ? <kbd>{shortcut}</kbd> : messages.shortcutsNone}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" onClick={() => void openShortcutSettings()}>
          {messages.shortcutsChange}
        </button>
      </p>
    </>
  );
}

/** Firefox has a function for it, Chromium an address. */
async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (open) await open();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
