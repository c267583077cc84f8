import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Tab that the panel is about when its address says so: `?tab=12`, in a window of its own or in a test. */
function findFixedTab(): number | undefined {
  const value = new URLSearchParams(location.search).get('tab');
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** The tab in front of the panel's window; follows the reviewer from tab to tab. */
export function useTab(): number | undefined {
  const fixed = findFixedTab();
  const [tab, setTab] = useState(fixed);
  useEffect(() => {
    if (fixed !== undefined) return undefined;
    let ownWindow: number | undefined;
    void browser.windows.getCurrent().then(async ({ id }) => {
      ownWindow = id;
      const [active] = await browser.tabs.query({ active: true, windowId: id });
      setTab((now) => now ?? active?.id);
    });
    const follow = ({ tabId, windowId }: { tabId: number; windowId: number }) => {
      if (windowId === ownWindow) setTab(tabId);
    };
    browser.tabs.onActivated.addListener(follow);
    return () => browser.tabs.onActivated.removeListener(follow);
  }, [fixed]);
  return tab;
}
