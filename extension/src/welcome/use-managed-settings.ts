import { useEffect, useState } from 'preact/hooks';
import { readManagedSettings } from '../outbox/managed-settings.ts';
import { type OfferedSettings, toOfferedSettings } from './offered-settings.ts';

/** What the organisation has set for this browser; undefined until it is read. */
export function useManagedSettings(): OfferedSettings | undefined {
  const [settings, setSettings] = useState<OfferedSettings>();
  useEffect(() => {
    void readManagedSettings().then((read) => setSettings(toOfferedSettings(read)));
  }, []);
  return settings;
}
