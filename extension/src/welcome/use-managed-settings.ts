import { useEffect, useState } from 'preact/hooks';
import { type ManagedSettings, readManagedSettings } from '../outbox/managed-settings.ts';

/** What the organisation has set for this browser; undefined until it is read. */
export function useManagedSettings(): ManagedSettings | undefined {
  const [settings, setSettings] = useState<ManagedSettings>();
  useEffect(() => {
    void readManagedSettings().then(setSettings);
  }, []);
  return settings;
}
