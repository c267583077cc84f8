import { browser } from 'wxt/browser';
import { type Answers, broadcast } from '../messaging/index.ts';
import { nothingSchema, pageReportSchema, tabSchema } from '../outbox/request-schemas.ts';
import { activateTab } from './activate-tab.ts';
import { showCount } from './badge.ts';
import { injectToolbar } from './inject-toolbar.ts';
import { findTabState } from './tab-states.ts';

type SiteAnswers = Pick<Answers, 'report-page' | 'load-tagging' | 'describe-tab' | 'activate-tab'>;

/** How the background answers what is about tabs and the pages in them. */
export const siteAnswers: SiteAnswers = {
  'report-page': {
    parse: (input) => pageReportSchema.parse(input),
    open: true,
    answer: async (report, sender) => {
      // A content script speaks for its own tab only.
      const tab = sender.tab ?? (sender.isExtensionPage ? report.tab : undefined);
      if (tab !== undefined) await showCount(tab, report.passages.length);
      await broadcast({ event: 'page-reported', report: { ...report, tab } });
    },
  },
  'load-tagging': {
    parse: (input) => nothingSchema.parse(input),
    open: true,
    answer: async (_, { tab }) => {
      if (tab === undefined) return;
      await injectToolbar(tab);
    },
  },
  'describe-tab': {
    parse: (input) => tabSchema.parse(input),
    open: false,
    answer: ({ tab }) => findTabState(tab),
  },
  'activate-tab': {
    parse: (input) => tabSchema.parse(input),
    open: false,
    answer: async ({ tab }) => activateTab({ id: tab, url: (await browser.tabs.get(tab)).url }),
  },
};
