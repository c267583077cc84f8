import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { browser } from 'wxt/browser';
import { pickPassagesCommand } from '../sites/commands.ts';
import { useCommands } from '../sites/use-commands.ts';

/** The keys that start Waarborg, and the way to the page of the browser on which they are changed. */
export function ShortcutsSection({ language }: { readonly language: Language }) {
  const messages = welcomeMessages[language];
  return (
    <>
      <h3>{messages.shortcutsTitle}</h3>
      <ul>
        {useCommands().map(({ name, shortcut }) => (
          <li key={name}>
            {name === pickPassagesCommand ? messages.shortcutsPick : messages.shortcutsAction}:{' '}
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
