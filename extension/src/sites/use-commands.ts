import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { actionCommand } from './commands.ts';

/** The commands of the extension, each with the keys that the browser has for it now; none until it is asked. */
export function useCommands(): readonly Browser.commands.Command[] {
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // They are changed in another tab.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return commands;
}

/** The keys that do what the toolbar button does, as the browser writes them; undefined where it has none. */
export function useActionKeys(): string | undefined {
  return useCommands().find(({ name }) => name === actionCommand)?.shortcut || undefined;
}
