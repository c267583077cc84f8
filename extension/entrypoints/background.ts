import '@waarborg/shared/zod-configuration';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { historyAnswers } from '../src/connection/history-answers.ts';
import { broadcast, handleRequests } from '../src/messaging/index.ts';
import { outboxAnswers } from '../src/outbox/answers.ts';
import { linkAnswers } from '../src/outbox/link-answers.ts';
import { alarmName, resumeSending, startAlarm, synchroniseNow } from '../src/outbox/scheduler.ts';
import { siteAnswers } from '../src/sites/answers.ts';
import { countAt } from '../src/sites/badge.ts';
import { clickAction } from '../src/sites/click-action.ts';
import { pickPassagesCommand } from '../src/sites/commands.ts';
import { chooseMenu, createMenus } from '../src/sites/context-menu.ts';
import { followLink } from '../src/sites/follow-link.ts';
import { registerPages } from '../src/sites/register-pages.ts';
import { startAndAsk } from '../src/sites/start-and-ask.ts';
import { setTabState } from '../src/sites/tab-states.ts';

/** Every listener is there before the first turn ends: a background that was asleep misses nothing. */
export default defineBackground(() => {
  handleRequests({ ...outboxAnswers, ...linkAnswers, ...historyAnswers, ...siteAnswers });
  browser.action.onClicked.addListener(clickAction);
  browser.contextMenus.onClicked.addListener(chooseMenu);
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === pickPassagesCommand && tab?.id !== undefined)
      run(startAndAsk({ id: tab.id, url: tab.url }, 'pick-passages'));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) run(synchroniseNow(false));
  });
  browser.permissions.onAdded.addListener(() => run(registerPages()));
  browser.permissions.onRemoved.addListener(() => run(registerPages()));
  browser.tabs.onUpdated.addListener((id, change, tab) => {
    if (change.status === 'loading') run(leavePage(id));
    if (change.status === 'complete') run(countAt(id, tab.url));
    run(followLink(id, change, tab.url));
  });
  browser.tabs.onRemoved.addListener((id) => run(setTabState(id, {})));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    run(createMenus());
    if (reason === 'install') run(browser.tabs.create({ url: '/welcome.html' }));
  });
  browser.runtime.onStartup.addListener(() => run(synchroniseNow(true)));
  // `online` also exists where there is no window.
  addEventListener('online', () => run(synchroniseNow(true)));
  run(startAlarm());
  run(resumeSending());
  run(registerPages());
});

/** What was said of a tab held for what it showed. */
async function leavePage(tab: number): Promise<void> {
  await setTabState(tab, {});
  await broadcast({ event: 'tab-changed', tab });
}

/** Nobody waits for it; what goes wrong is for the browser's console of the extension. */
function run(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(error));
}
