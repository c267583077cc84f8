import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { allowedSites, removeSites, requestSites, sitePattern } from '../sites/host-permission.ts';
import { type SiteGroup, siteGroups } from '../sites/site-groups.ts';
import { Section } from './section.tsx';

const groups = Object.entries(siteGroups) as [SiteGroup, readonly string[]][];

/** A match pattern as people write a site: `*.rechtspraak.nl`. */
function toSiteName(pattern: string): string {
  return pattern.replace(/^https?:\/\/(\*\.)?/, '').replace(/\/\*$/, '');
}

interface SitesSectionProps {
  /** Match patterns of the sites that the organisation has set. */
  readonly own: readonly string[];
  readonly language: Language;
}

/** Step 3: allow sites. The browser asks the reviewer; this page only says for what. */
export function SitesSection({ own, language }: SitesSectionProps) {
  const messages = welcomeMessages[language];
  const { allowed, allow, withdraw, notice } = useSites(language);
  const offered = [
    ...(own.length > 0 ? [{ id: 'organisation', name: messages.ownSites, patterns: own }] : []),
    ...groups.map(([id, patterns]) => ({ id, name: messages[`group.${id}`], patterns })),
  ];
  const isAllowed = (pattern: string) => allowed.includes(pattern);
  const ticked = offered.filter(({ patterns }) => patterns.every(isAllowed));
  // A site of a group that is not allowed as a whole, too: whatever is allowed can be seen and withdrawn.
  const others = allowed.filter((pattern) => !ticked.some(({ patterns }) => patterns.includes(pattern)));
  return (
    <Section number={3} title={messages.sitesTitle} isDone={allowed.length > 0}>
      <p class="hint">{messages.sitesHint}</p>
      <ul class="options">
        {offered.map((group) => (
          <li key={group.id}>
            <label class="option">
              <input
                type="checkbox"
                checked={ticked.includes(group)}
                onClick={(event) => {
                  event.preventDefault(); // What is ticked is what the browser has granted.
                  void (ticked.includes(group) ? withdraw : allow)(group.patterns, group.name);
                }}
              />
              <span>
                {group.name}
                <span class="hint sites">{group.patterns.map(toSiteName).join(', ')}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <OtherSite language={language} allow={allow} />
      {others.length > 0 && <OtherSites patterns={others} withdraw={withdraw} language={language} />}
      <p role="status" class="notice">
        {notice}
      </p>
    </Section>
  );
}

function useSites(language: Language) {
  const messages = welcomeMessages[language];
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const [notice, setNotice] = useState('');
  useEffect(() => {
    const refresh = () => void allowedSites().then(setAllowed);
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  return {
    allowed,
    notice,
    allow: async (patterns: readonly string[], name: string) => {
      const isGranted = await requestSites(patterns);
      setNotice(isGranted ? messages.siteAllowed(name) : messages.siteRefused(name));
      setAllowed(await allowedSites());
      return isGranted;
    },
    withdraw: async (patterns: readonly string[], name: string) => {
      await removeSites(patterns);
      setNotice(messages.siteWithdrawn(name));
      setAllowed(await allowedSites());
    },
  };
}

type Sites = ReturnType<typeof useSites>;

function OtherSite({ language, allow }: { language: Language; allow: Sites['allow'] }) {
  const messages = welcomeMessages[language];
  const [typed, setTyped] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  const add = async (event: Event) => {
    event.preventDefault();
    const pattern = sitePattern(typed);
    setInvalid(pattern === undefined);
    if (pattern !== undefined && (await allow([pattern], toSiteName(pattern)))) setTyped('');
  };
  return (
    <form onSubmit={(event) => void add(event)} noValidate>
      <label for="site">{messages.otherSite}</label>
      <div class="field-row">
        <input
          id="site"
          type="text"
          inputmode="url"
          spellcheck={false}
          autocomplete="off"
          placeholder={messages.otherSiteHint}
          value={typed}
          aria-invalid={isInvalid}
          aria-describedby="site-failure"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{messages.allow}</button>
      </div>
      <p class="failure" id="site-failure" role="alert">
        {isInvalid && messages.siteInvalid}
      </p>
    </form>
  );
}

interface OtherSitesProps {
  readonly patterns: readonly string[];
  readonly withdraw: Sites['withdraw'];
  readonly language: Language;
}

function OtherSites({ patterns, withdraw, language }: OtherSitesProps) {
  const messages = welcomeMessages[language];
  return (
    <>
      <h3>{messages.otherSites}</h3>
      <ul class="options">
        {patterns.map((pattern) => (
          <li key={pattern} class="option other">
            <span>{toSiteName(pattern)}</span>
            <button
              type="button"
              aria-label={messages.withdrawSite(toSiteName(pattern))}
              onClick={() => void withdraw([pattern], toSiteName(pattern))}
            >
              {messages.withdraw}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
