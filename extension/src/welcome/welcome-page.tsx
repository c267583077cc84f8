import { type Language, preferredLanguage } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type AccountState, onEvent, requestBackground } from '../messaging/index.ts';
import { ConnectSection } from './connect-section.tsx';
import { DossierSection } from './dossier-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StartSection } from './start-section.tsx';
import { useManagedSettings } from './use-managed-settings.ts';

/** The page that opens at install: connect, choose a dossier, allow sites, start. */
export function WelcomePage() {
  const language = preferredLanguage(navigator.languages);
  const messages = welcomeMessages[language];
  const [account, refresh] = useAccount();
  const settings = useManagedSettings();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages.title;
  }, [language, messages]);
  return (
    <main>
      <header>
        <img src="/icon/48.png" alt="" width="48" height="48" />
        <div>
          <h1>{messages.title}</h1>
          <p class="lead">{messages.lead}</p>
        </div>
      </header>
      {settings && settings.unusable.length > 0 && (
        <p class="failure" role="alert">
          {messages.settingsUnusable(settings.unusable.join(', '))}
        </p>
      )}
      <ConnectSection account={account} settings={settings} language={language} onChanged={refresh} />
      <DossierSection account={account} first={settings?.dossier} language={language} onChosen={refresh} />
      <SitesSection own={settings?.sites ?? []} language={language} />
      <StartSection language={language} />
      <WhatLeaves language={language} />
    </main>
  );
}

/** What leaves the browser, and what does not: true to the code, which a test compares. */
function WhatLeaves({ language }: { language: Language }) {
  const messages = welcomeMessages[language];
  return (
    <section class="step-body privacy" aria-labelledby="privacy">
      <h2 id="privacy">{messages.privacyTitle}</h2>
      <p>{messages.privacyOnlyServer}</p>
      <ul>
        <li>{messages.privacyPassages}</li>
        <li>{messages.privacyDocument}</li>
        <li>{messages.privacyText}</li>
        <li>{messages.privacyReading}</li>
        <li>{messages.privacyHistory}</li>
        <li>{messages.privacyDismissals}</li>
        <li>{messages.privacySignIn}</li>
      </ul>
      <p>{messages.privacyNot}</p>
      <p>{messages.privacyPdf}</p>
    </section>
  );
}

/** The sign-in, and how to read it again. */
function useAccount(): [AccountState | undefined, () => void] {
  const [account, setAccount] = useState<AccountState>();
  const refresh = useCallback(() => {
    void requestBackground('describe-account').then((found) => setAccount(found ?? undefined));
  }, []);
  useEffect(() => {
    refresh();
    return onEvent(({ event }) => {
      if (event === 'connection-changed') refresh();
    });
  }, [refresh]);
  return [account, refresh];
}
