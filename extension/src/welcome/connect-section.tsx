import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AccountState } from '../messaging/index.ts';
import type { OfferedSettings } from './offered-settings.ts';
import { Section } from './section.tsx';
import { defaultServer } from './server-address.ts';
import { SignOut } from './sign-out.tsx';
import { UnsentWarning } from './unsent-warning.tsx';
import { lastServer, type SignIn, useSignIn } from './use-sign-in.ts';

interface ConnectSectionProps {
  readonly account: AccountState | undefined;
  /** What the organisation has set; undefined until it is known. */
  readonly settings: OfferedSettings | undefined;
  readonly language: Language;
  /** The sign-in is another one now, or none. */
  readonly onChanged: () => void;
}

const browserName = import.meta.env.BROWSER === 'firefox' ? 'Firefox' : 'Chromium';

/** Step 1: connect to a server. No password enters the extension. */
export function ConnectSection({ account, settings, language, onChanged }: ConnectSectionProps) {
  const messages = welcomeMessages[language];
  const signIn = useSignIn(messages.tokenName(browserName), onChanged);
  const { state } = signIn;
  const content = useFocusKept(state.step);
  return (
    <Section number={1} title={messages.connectTitle} isDone={account !== undefined}>
      <div ref={content} tabIndex={-1}>
        {account && state.step === 'idle' && <p>{messages.connectedAs(account.user.name, account.server)}</p>}
        {state.step === 'idle' && (
          <SignOut isSignedIn={account !== undefined} language={language} onSignedOut={onChanged} />
        )}
        {state.step === 'approving' && (
          <Approval
            code={state.pending.userCode}
            href={state.pending.verificationAddress}
            signIn={signIn}
            language={language}
          />
        )}
        {state.step === 'finishing' && <p role="status">{messages.finishing}</p>}
        {(state.step === 'idle' || state.step === 'starting') && (
          <details
            class="disclosure"
            open={account === undefined || state.step === 'starting' || 'failure' in state}
          >
            <summary hidden={account === undefined}>{messages.reconnect}</summary>
            <UnsentWarning language={language} consequence={messages.unsentConnect} />
            {settings && (
              <ServerForm
                signIn={signIn}
                initial={settings.server ?? account?.server ?? lastServer() ?? defaultServer}
                isFixed={settings.server !== undefined}
                language={language}
              />
            )}
          </details>
        )}
      </div>
    </Section>
  );
}

/** Goes to what a step shows when the field or button is gone that had the focus. */
function useFocusKept(step: string) {
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useLayoutEffect(() => {
    if (shown.current !== step && document.activeElement === document.body) content.current?.focus();
    shown.current = step;
  }, [step]);
  return content;
}

interface ServerFormProps {
  readonly signIn: SignIn;
  readonly initial: string;
  /** Whether the organisation has set the address. */
  readonly isFixed: boolean;
  readonly language: Language;
}

function ServerForm({ signIn, initial, isFixed, language }: ServerFormProps) {
  const messages = welcomeMessages[language];
  const [typed, setTyped] = useState<string>();
  const { state } = signIn;
  const failure = state.step === 'idle' ? state.failure : undefined;
  const isBusy = state.step === 'starting';
  const connect = (event: Event) => {
    event.preventDefault();
    if (!isBusy) void signIn.start(typed ?? initial);
  };
  return (
    <form onSubmit={connect} noValidate>
      <label for="server">{messages.server}</label>
      <p class="hint" id="server-hint">
        {isFixed ? messages.serverFixed : messages.serverHint}
      </p>
      <div class="field-row">
        <input
          id="server"
          type="url"
          autocomplete="url"
          spellcheck={false}
          readOnly={isFixed}
          value={typed ?? initial}
          aria-describedby="server-hint server-failure"
          aria-invalid={failure !== undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {isBusy ? messages.connecting : messages.connect}
        </button>
      </div>
      <p class="failure" id="server-failure" role="alert">
        {failure && messages[`failure.${failure}`]}
      </p>
    </form>
  );
}

/** The code as the server shows it, in two halves: `ABCD-2345`. */
function groupCode(code: string): string {
  return /^[A-Z0-9]{8}$/.test(code) ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

interface ApprovalProps {
  readonly code: string;
  readonly href: string;
  readonly signIn: SignIn;
  readonly language: Language;
}

function Approval({ code, href, signIn, language }: ApprovalProps) {
  const messages = welcomeMessages[language];
  return (
    <div role="status">
      <p>{messages.approve}</p>
      <p class="code">{groupCode(code)}</p>
      <p>{messages.waiting}</p>
      <p class="field-row">
        <a href={href} target="_blank" rel="noreferrer">
          {messages.openApproval}
        </a>
        <button type="button" onClick={() => signIn.cancel()}>
          {messages.cancel}
        </button>
      </p>
    </div>
  );
}
