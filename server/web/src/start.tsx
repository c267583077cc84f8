import { render } from 'preact';
import { App, keepPage } from './app.tsx';
import { keepFocus } from './frame/keep-focus.ts';
import { address, startNavigation } from './routing/navigation.ts';
import { parseRoute } from './routing/route.ts';

/** Draws the page of the address, and follows the reader from there. */
export async function start(root: Element): Promise<void> {
  startNavigation();
  keepFocus(root);
  // Where it does not come, the application says so.
  await keepPage(parseRoute(address.value.pathname).page).catch(() => {});
  render(<App />, root);
}
