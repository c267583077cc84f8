import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  type ConnectionState,
  type OpenedDocument,
  type OpeningTrouble,
  onEvent,
  type PageReport,
  requestBackground,
  type TabState,
} from '../messaging/index.ts';
import { type Asking, describeTab, findReport } from './find-report.ts';
import { LastOpening } from './last-opening.ts';

/** What the panel knows of the tab beside it. */
export interface TabView {
  readonly connection?: ConnectionState | undefined;
  /** What the page shows; absent while Waarborg is not active in the tab. */
  readonly report?: PageReport | undefined;
  /** Address of that page, where the browser gives it. */
  readonly address?: string | undefined;
  readonly opened?: OpenedDocument | undefined;
  /** Why what the page shows cannot be worked on. */
  readonly unopened?: OpeningTrouble | undefined;
  /** Why nothing can be done in the tab. */
  readonly tabState: TabState;
  /** Whether it was asked for already, so that "nothing" means nothing. */
  readonly isLoaded: boolean;
}

const nothing: TabView = { tabState: {}, isLoaded: false };
/** The background has no answer either, as where the disk is full. */
const unreadable: TabView = { tabState: {}, isLoaded: true, unopened: 'storage-failed' };

/** Follows what a tab shows and what is known of its document. */
export function useDocument(tab: number | undefined): TabView & { refresh(): void } {
  const [view, setView] = useState<TabView>(nothing);
  /** Counts the questions: only the answer to the last one is shown. */
  const asked = useRef(0);
  /** How things stand by the last word of the background: an answer may have been on its way longer. */
  const told = useRef<ConnectionState | undefined>(undefined);
  const [opening] = useState(() => new LastOpening());
  /** Address of the page that is described, for as long as another may take its place. */
  const shown = useRef<string | undefined>(undefined);

  const load = useCallback(
    async (known?: PageReport) => {
      asked.current += 1;
      const question = asked.current;
      const isLast = () => question === asked.current;
      const before = told.current;
      const onOther = () => setView(({ connection }) => ({ ...nothing, connection }));
      const next = await readTab(tab, known, { shown: shown.current, isLast, onOther }, opening).catch(
        () => unreadable,
      );
      if (!isLast()) return;
      shown.current = next.address;
      setView(told.current === before ? next : { ...next, connection: told.current });
    },
    [tab, opening],
  );

  useEffect(() => {
    shown.current = undefined;
    setView((before) => ({ ...nothing, connection: before.connection }));
    void load();
    return onEvent((event) => {
      if (event.event === 'annotations-changed' || event.event === 'connection-changed') opening.forget();
      if (event.event === 'page-reported' && event.report.tab === tab) void load(event.report);
      if (event.event === 'tab-changed' && event.tab === tab) void load();
      if (event.event === 'annotations-changed') void load();
      if (event.event === 'connection-changed') {
        told.current = event.connection;
        setView((before) => ({ ...before, connection: event.connection }));
      }
    });
  }, [tab, load, opening]);

  const refresh = () => {
    opening.forget();
    void load();
  };
  return { ...view, refresh };
}

async function readTab(
  tab: number | undefined,
  known: PageReport | undefined,
  asking: Asking,
  opening: LastOpening,
): Promise<TabView> {
  const connection = await requestBackground('connection-state');
  if (tab === undefined) return { ...nothing, connection, isLoaded: true };
  const [report, tabState] = await Promise.all([
    known ?? findReport(tab, asking),
    requestBackground('describe-tab', { tab }),
  ]);
  const outcome =
    report && connection.state === 'connected' ? await opening.open(report.candidate) : undefined;
  return {
    connection: outcome?.ok ? outcome.value.connection : connection,
    report,
    opened: outcome?.ok ? outcome.value : undefined,
    unopened: outcome && !outcome.ok ? outcome.code : undefined,
    tabState,
    isLoaded: true,
    address: report && (await describeTab(tab)).address,
  };
}
