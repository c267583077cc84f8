import { defineContentScript } from 'wxt/utils/define-content-script';
import { startInPage } from '../src/agent/start-in-page.ts';

/** The page agent of a web page: injected by the toolbar button, and on sites that the reviewer allowed. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: (context) => startInPage(context),
});
