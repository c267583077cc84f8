import { useEffect } from 'preact/hooks';

/** Whether the address has the secret of a link of ours, which begins with `prefix`, and not the place of a skip link. */
function hasSecret(prefix: string): boolean {
  return window.location.hash.startsWith(`#${prefix}`);
}

/** Takes the secret of the link that was followed out of the address; undefined where it has none. */
export function takeLinkSecret(prefix: string): string | undefined {
  if (!hasSecret(prefix)) return undefined;
  const secret = window.location.hash.slice(1);
  window.history.replaceState(null, '', window.location.pathname);
  return secret;
}

/** Begins anew when another such link is opened in the same tab: only the fragment changes, and nothing is loaded. */
export function useNextLink(prefix: string): void {
  useEffect(() => {
    const begin = () => {
      if (hasSecret(prefix)) window.location.reload();
    };
    window.addEventListener('hashchange', begin);
    return () => window.removeEventListener('hashchange', begin);
  }, [prefix]);
}
