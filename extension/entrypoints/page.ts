import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startInPage } from '../src/agent/start-in-page.ts';

/**
 * The page agent of a web page: injected by the toolbar button, and on sites that the reviewer allowed.
 *
 * A script like any other and no content script of WXT's: those end each other by an event in the
 * document, so injecting it twice, or the page itself, would take away what the reviewer is doing.
 */
export default defineUnlistedScript(async () => {
  // What it gives is for nobody: Firefox takes no objects from a script that it injects.
  await startInPage();
});
