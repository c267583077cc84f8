import { signInWaysSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { languages } from '@waarborg/shared/messages';
import { webMessages } from '@waarborg/shared/messages/web';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useWholePage } from '../api/arrival.ts';
import { signOut } from '../api/sign-out.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { wholeScript } from '../api/whole-script.ts';
import { chooseLanguage, language, languageNames } from '../language/language.ts';
import { address } from '../routing/navigation.ts';
import { type DossierPage, parseRoute } from '../routing/route.ts';
import { DossierNavigation } from './dossier-navigation.tsx';
import { isOffline } from './edition.ts';
import { LoadingNotice } from './loading-notice.tsx';

interface PageFrameProps {
  /** Name of the page, for the tab and for whoever cannot see the tab bar. */
  readonly title: string;
  /** The dossier to which the page belongs, once it is here. */
  readonly dossier?: Pick<Dossier, 'title'> | undefined;
  /** Which page of a dossier it is; those of the dossier in the address stand in the head. */
  readonly current?: DossierPage;
  /** Whether only somebody who is signed in comes here; by default the pages of a dossier. */
  readonly isPersonal?: boolean;
  /** The matrix needs all the width that there is; a page of text does not. */
  readonly isWide?: boolean;
  /** Whether its parts come one by one, each into room that is kept for it; else all of them are shown at once. */
  readonly keepsRoom?: boolean;
  /** Where to go past everything that stands before what the page is about; its content unless said. */
  readonly skipTo?: { readonly id: string; readonly label: string };
  readonly children: ComponentChildren;
}

/** What every page has: the head with the way to the other pages, and the language. */
export function PageFrame(props: PageFrameProps) {
  const { title, dossier, current, isWide = false, keepsRoom = false, skipTo, children } = props;
  const isWhole = useWholePage() || keepsRoom;
  const route = parseRoute(address.value.pathname);
  // The head is whole from the start: what came into it later would push the page down.
  const slug = current !== undefined && 'slug' in route ? route.slug : undefined;
  const isPersonal = props.isPersonal ?? slug !== undefined;
  const messages = webMessages[language.value];
  const dossierTitle = dossier?.title;
  useEffect(() => {
    document.title = [title, dossierTitle, messages.product].filter(Boolean).join(' · ');
  }, [title, dossierTitle, messages]);
  return (
    <div class="wb-page" data-wide={isWide || undefined}>
      <a
        class="utrecht-skip-link utrecht-skip-link--visible-on-focus wb-skip-link"
        href={`#${skipTo?.id ?? 'content'}`}
      >
        {skipTo?.label ?? messages.skipToContent}
      </a>
      <header class="wb-header">
        {isOffline ? (
          <span class="wb-product">{messages.product}</span>
        ) : (
          <a class="wb-product" href="/dossiers">
            {messages.product}
          </a>
        )}
        {(dossier ?? slug) !== undefined && (
          <span class="wb-header-dossier">{dossier?.title ?? '\u00a0'}</span>
        )}
        <div class="wb-header-end">
          {isPersonal && !isOffline && <OwnAccount />}
          <LanguageSwitch />
        </div>
        {slug !== undefined && <DossierNavigation slug={slug} current={current} />}
      </header>
      <main id="content" class="wb-main" tabIndex={-1} data-arriving={!isWhole || undefined}>
        {!isWhole && <LoadingNotice />}
        {children}
      </main>
    </div>
  );
}

/** The ways to one's dossiers and one's account, and out; on a server for one person there is nobody to sign out for. */
function OwnAccount() {
  const messages = webMessages[language.value];
  const ways = useResource('/sign-in-ways', signInWaysSchema).data;
  return (
    <>
      {ways?.local === false && <SignOut />}
      {(
        [
          ['/dossiers', messages.dossiersTitle],
          ['/account', messages.account],
        ] as const
      ).map(([href, text]) => (
        <a
          key={href}
          class="wb-header-account"
          href={href}
          aria-current={address.value.pathname === href ? 'page' : undefined}
        >
          {text}
        </a>
      ))}
    </>
  );
}

function SignOut() {
  return (
    <button type="button" class="wb-sign-out" onClick={() => void signOut()}>
      {webMessages[language.value].signOut}
    </button>
  );
}

function LanguageSwitch() {
  const action = useAction();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; these two buttons are none
    <div class="wb-languages" role="group" aria-label={webMessages[language.value].language}>
      {languages.map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          aria-label={`${choice.toUpperCase()}: ${languageNames[choice]}`}
          aria-pressed={choice === language.value}
          onClick={() => void action.run(() => wholeScript(chooseLanguage(choice)))}
        >
          {choice.toUpperCase()}
        </button>
      ))}
      {action.problem && <span role="alert">{action.problem}</span>}
    </div>
  );
}
