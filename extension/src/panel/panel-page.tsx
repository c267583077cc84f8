import { type Language, preferredLanguage } from '@waarborg/shared/messages';
import { extensionMessages } from '@waarborg/shared/messages/extension';
import { panelMessages } from '@waarborg/shared/messages/panel';
import { createVocabulary } from '@waarborg/shared/ui';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { OpenedDocument, PageReport } from '../messaging/index.ts';
import { DocumentCard } from './document-card.tsx';
import { NotActive, NotConnected, Unopened } from './empty-state.tsx';
import { type Notice, NoticeBar } from './notice-bar.tsx';
import { PanelContext } from './panel-context.ts';
import { jumpByKey } from './panel-keys.ts';
import { PassageList } from './passage-list.tsx';
import { ReferenceSection } from './reference-section.tsx';
import { StandingNews } from './standing-news.tsx';
import { StatusLine } from './status-line.tsx';
import { SuggestionSection } from './suggestion-section.tsx';
import { useDocument } from './use-document.ts';
import { useLiveChanges } from './use-live-changes.ts';
import { useTab } from './use-tab.ts';
import { SomethingWaits } from './waiting-mark.tsx';

/** The side panel: what is known of the document in the tab beside it. */
export function PanelPage() {
  const language = preferredLanguage(navigator.languages);
  const tab = useTab();
  const [notice, setNotice] = useState<Notice>();
  const announce = useCallback((text: string, undo?: () => Promise<void>, keepsFocus?: boolean) => {
    setNotice((before) => ({ number: (before?.number ?? 0) + 1, text, undo, keepsFocus }));
  }, []);
  const context = useMemo(() => ({ language, tab, announce }), [language, tab, announce]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    addEventListener('keydown', jumpByKey);
    return () => removeEventListener('keydown', jumpByKey);
  }, []);
  return (
    <PanelContext.Provider value={context}>
      <Content language={language} tab={tab}>
        <NoticeBar notice={notice} onGone={() => setNotice(undefined)} />
      </Content>
    </PanelContext.Provider>
  );
}

interface ContentProps {
  readonly language: Language;
  readonly tab: number | undefined;
  /** Stands between the document and the line at the bottom. */
  readonly children: ComponentChildren;
}

function Content({ language, tab, children }: ContentProps) {
  const { connection, report, opened, unopened, tabState, isLoaded, refresh } = useDocument(tab);
  useLiveChanges(connection);
  if (!connection && unopened) return <Unopened trouble={unopened} onRetry={refresh} />;
  if (!isLoaded || !connection) return <p class="empty">{panelMessages[language].loading}</p>;
  if (connection.state === 'not-connected')
    return <NotConnected elsewhere={connection.elsewhere}>{children}</NotConnected>;
  return (
    <SomethingWaits.Provider value={connection.waiting > 0}>
      <main tabIndex={-1}>
        {report && opened ? (
          <>
            {tabState.trouble === 'site-withdrawn' && (
              <p role="alert">{extensionMessages[language]['tab.site-withdrawn']}</p>
            )}
            <Document report={report} opened={opened} language={language} />
          </>
        ) : unopened ? (
          <Unopened trouble={unopened} onRetry={refresh} />
        ) : (
          <NotActive tabState={tabState} onChanged={refresh} />
        )}
      </main>
      {children}
      <StandingNews connection={connection} />
      <StatusLine connection={connection} />
    </SomethingWaits.Provider>
  );
}

function troubleOf({ trouble = 'no-text', mediaType }: PageReport) {
  return trouble === 'no-text' && mediaType === 'application/pdf' ? 'no-text-in-pdf' : trouble;
}

interface DocumentProps {
  readonly report: PageReport;
  readonly opened: OpenedDocument;
  readonly language: Language;
}

function Document({ report, opened, language }: DocumentProps) {
  const { codebook, speakers } = opened;
  const vocabulary = useMemo(
    () => createVocabulary(codebook, speakers, language),
    [codebook, speakers, language],
  );
  return (
    <>
      {/* Another document begins anew: no form of the one before stays open. */}
      <DocumentCard key={opened.document.id} opened={opened} vocabulary={vocabulary} />
      {report.trouble && (
        <p class="empty" role="alert">
          {extensionMessages[language][`page.${troubleOf(report)}`]}
        </p>
      )}
      {!report.trouble && (
        <>
          <SuggestionSection
            key={`suggestions ${opened.document.id}`}
            opened={opened}
            report={report}
            vocabulary={vocabulary}
          />
          <ReferenceSection key={`references ${opened.document.id}`} opened={opened} report={report} />
        </>
      )}
      <PassageList opened={opened} report={report} vocabulary={vocabulary} />
    </>
  );
}
