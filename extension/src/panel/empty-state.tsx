import { extensionMessages } from '@waarborg/shared/messages/extension';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { requestBackground, type TabState, type Unsent } from '../messaging/index.ts';
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

interface NotActiveProps {
  readonly tabState: TabState;
  readonly onChanged: () => void;
}

/** The panel beside a page in which Waarborg does not work, or not yet. */
export function NotActive({ tabState, onChanged }: NotActiveProps) {
  const { messages, language, tab } = usePanel();
  const keys = useActionKeys();
  const isPdfOpen = usePdfOpen(tab, tabState);
  const { trouble, site } = tabState;
  if (tab === undefined) return <p class="empty">{messages.noTab}</p>;
  if (!trouble && isPdfOpen) {
    return (
      <p class="empty" role="status">
        {messages.pdfBeingRead}
      </p>
    );
  }
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

/** Whether our viewer has a PDF open in the tab. */
function usePdfOpen(tab: number | undefined, tabState: TabState): boolean {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (tab === undefined) return;
    browser.tabs.get(tab).then(
      ({ url }) => setOpen(url?.startsWith(`${location.origin}/viewer.html?id=`) ?? false),
      () => {}, // The tab was closed meanwhile.
    );
    // It may show something else whenever its state was asked for anew.
  }, [tab, tabState]);
  return isOpen;
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
