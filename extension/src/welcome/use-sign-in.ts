import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import {
  exchangeToken,
  type PendingSignIn,
  pendingSignInSchema,
  pollSignIn,
  type SignInFailure,
  startSignIn,
} from '../connection/device-sign-in.ts';
import { requestBackground } from '../messaging/index.ts';
import { parseServerAddress } from './server-address.ts';

type SignInState =
  | { readonly step: 'idle'; readonly failure?: SignInFailure | 'invalid-address' | 'storage-failed' }
  | { readonly step: 'starting' }
  | { readonly step: 'approving'; readonly pending: PendingSignIn }
  | { readonly step: 'finishing' };

/** A sign-in with how far it is. */
export interface SignIn {
  readonly state: SignInState;
  start(typedAddress: string): Promise<void>;
  cancel(): void;
}

/** Where a sign-in waits when the page is closed: in memory of the browser, since the code is secret. */
const pendingKey = 'pendingSignIn';

/**
 * The sign-in by approval. It lives in the page, which the browser does not end as it ends the
 * background, and goes on where it was when the page is opened again.
 *
 * @param tokenName under which the reviewer finds the tokens again.
 */
export function useSignIn(tokenName: string, onConnected: () => void): SignIn {
  const [state, setState] = useState<SignInState>({ step: 'idle' });

  useEffect(() => {
    void browser.storage.session.get(pendingKey).then((stored) => {
      const pending = pendingSignInSchema.safeParse(stored[pendingKey]).data;
      if (pending) setState((now) => (now.step === 'idle' ? { step: 'approving', pending } : now));
    });
  }, []);

  const pending = state.step === 'approving' ? state.pending : undefined;
  useEffect(() => {
    if (!pending) return undefined;
    return poll(pending, setState, async (accessToken) => {
      setState(await finish(pending.server, accessToken, tokenName, onConnected));
    });
  }, [pending, tokenName, onConnected]);

  const start = useCallback((typedAddress: string) => begin(typedAddress, setState), []);

  const cancel = useCallback(() => {
    void browser.storage.session.remove(pendingKey);
    setState({ step: 'idle' });
  }, []);

  return { state, start, cancel };
}

/** Asks the server for a code, and opens the page where it is approved. */
async function begin(typedAddress: string, setState: (state: SignInState) => void): Promise<void> {
  const server = parseServerAddress(typedAddress);
  if (!server) {
    setState({ step: 'idle', failure: 'invalid-address' });
    return;
  }
  setState({ step: 'starting' });
  const started = await startSignIn(server);
  if (!started.ok) {
    setState({ step: 'idle', failure: started.code });
    return;
  }
  await browser.storage.session.set({ [pendingKey]: started.value });
  setState({ step: 'approving', pending: started.value });
  await browser.tabs.create({ url: started.value.verificationAddress });
}

/** Asks until it is approved, refused or too late. Returns how to stop. */
function poll(
  pending: PendingSignIn,
  setState: (state: SignInState) => void,
  onApproved: (accessToken: string) => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isStopped = false;
  const ask = async (intervalMs: number) => {
    const result = await pollSignIn({ ...pending, intervalMs });
    if (isStopped) return;
    if (result.state === 'waiting') {
      timer = setTimeout(() => void ask(result.intervalMs), result.intervalMs);
      return;
    }
    await browser.storage.session.remove(pendingKey);
    if (result.state === 'failed') setState({ step: 'idle', failure: result.code });
    else await onApproved(result.accessToken);
  };
  timer = setTimeout(() => void ask(pending.intervalMs), pending.intervalMs);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function finish(
  server: string,
  accessToken: string,
  tokenName: string,
  onConnected: () => void,
): Promise<SignInState> {
  const exchanged = await exchangeToken(server, accessToken, tokenName);
  if (!exchanged.ok) return { step: 'idle', failure: exchanged.code };
  try {
    await requestBackground('save-account', exchanged.value);
  } catch {
    return { step: 'idle', failure: 'storage-failed' }; // The background has logged why.
  }
  localStorage.setItem(lastServerKey, server);
  onConnected();
  return { step: 'idle' };
}

const lastServerKey = 'waarborg.server';

/** The server at which somebody signed in last in this browser; undefined where nobody has. */
export function lastServer(): string | undefined {
  return localStorage.getItem(lastServerKey) ?? undefined;
}
