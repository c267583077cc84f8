import { extensionMessages } from '@waarborg/shared/messages/extension';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type OpeningTrouble, requestBackground, type TabState, type Unsent } from '../messaging/index.ts';
import { requestSites } from '../sites/host-permission.ts';
import { useActionKeys } from '../sites/use-commands.ts';
import { usePanel } from './panel-context.ts';
import { openWelcome } from './status-line.tsx';
import { UnsentElsewhere } from './unsent-elsewhere.tsx';

interface NotConnectedProps {
  readonly elsewhere: readonly Unsent[];
  /** Stands below what there is to do. */
  readonly children: ComponentChildren;
}

/** The panel of somebody who is not connected. */
export function NotConnected({ elsewhere, children }: NotConnectedProps) {
  const { messages } = usePanel();
  return (
    <>
      <main class="empty">
        <p>
          <strong>{messages.notConnected}</strong>
        </p>
        <button type="button" class="primary" onClick={openWelcome}>
          {messages.connect}
        </button>
        <UnsentElsewhere elsewhere={elsewhere} />
      </main>
      {children}
    </>
  );
}

interface UnopenedProps {
  readonly trouble: OpeningTrouble;
  readonly onRetry: () => void;
}

/** The panel beside a page that Waarborg reads and cannot work on. */
export function Unopened({ trouble, onRetry }: UnopenedProps) {
  const { messages } = usePanel();
  if (trouble === 'own-page') return <OwnPage />;
  return (
    <div class="empty">
      <p role="alert">{messages[`unopened.${trouble}`]}</p>
      {trouble === 'storage-failed' && (
        <button type="button" class="primary" onClick={onRetry}>
          {messages.retry}
        </button>
      )}
    </div>
  );
}

/** A page of Waarborg's own, on which there is nothing to mark. */
function OwnPage() {
  const { messages } = usePanel();
  return (
    <div class="empty">
      <p>
        <strong>{messages.ownPage}</strong> {messages.ownPageHint}
      </p>
      <OpenFile />
    </div>
  );
}

interface NotActiveProps {
  readonly tabState: TabState;
  readonly onChanged: () => void;
}

/** The panel beside a page in which Waarborg does not work, or not yet. */
export function NotActive({ tabState, onChanged }: NotActiveProps) {
  const { messages, language, tab } = usePanel();
  const keys = useActionKeys();
  const ownPage = useOwnPage(tab, tabState);
  const { trouble, site } = tabState;
  if (tab === undefined) return <p class="empty">{messages.noTab}</p>;
  if (!trouble && ownPage === 'pdf') {
    return (
      <p class="empty" role="status">
        {messages.pdfBeingRead}
      </p>
    );
  }
  if (!trouble && ownPage) return <OwnPage />;
  if (!trouble) {
    // Only the toolbar button gives the right to read a page of a site that is not allowed.
    return (
      <div class="empty">
        <p>
          <strong>{messages.notActive}</strong> {messages.notActiveHint(keys)}
        </p>
        <OpenFile />
      </div>
    );
  }
  if (trouble === 'cannot-run-here') {
    return (
      <div class="empty">
        <p role="alert">{extensionMessages[language]['tab.cannot-run-here']}</p>
        <OpenFile />
      </div>
    );
  }
  const activate = async () => {
    // Asked inside the click, before anything is awaited.
    if (trouble === 'needs-permission' && site && !(await requestSites([site]))) return;
    await requestBackground('activate-tab', { tab });
    onChanged();
  };
  return (
    <div class="empty">
      <p role="alert">{extensionMessages[language][`tab.${trouble}`]}</p>
      <button type="button" class="primary" onClick={() => void activate()}>
        {trouble === 'needs-permission' ? messages.allowAndOpen : messages.retry}
      </button>
    </div>
  );
}

/** A page of the extension: our viewer with a PDF in it, or any other, on which there is nothing to mark. */
type OwnPage = 'pdf' | 'other';

/** Which page of ours a tab shows; undefined for a page of the web. */
function useOwnPage(tab: number | undefined, tabState: TabState): OwnPage | undefined {
  const [ownPage, setOwnPage] = useState<OwnPage>();
  useEffect(() => {
    if (tab === undefined) return;
    browser.tabs.get(tab).then(
      ({ url }) => setOwnPage(ownPageAt(url)),
      () => {}, // The tab was closed meanwhile.
    );
    // It may show something else whenever its state was asked for anew.
  }, [tab, tabState]);
  return ownPage;
}

function ownPageAt(url: string | undefined): OwnPage | undefined {
  if (url?.startsWith(`${location.origin}/viewer.html?id=`)) return 'pdf';
  return url?.startsWith(`${location.origin}/`) ? 'other' : undefined;
}

/** A file on disk is opened in our viewer, which needs no access to the disk. */
function OpenFile() {
  const { messages } = usePanel();
  return (
    <button type="button" onClick={() => void browser.tabs.create({ url: '/viewer.html' })}>
      {messages.openFile}
    </button>
  );
}
