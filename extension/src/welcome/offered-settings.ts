import type { ManagedSetting, ManagedSettings } from '../outbox/managed-settings.ts';
import { sitePattern } from '../sites/host-permission.ts';
import { parseServerAddress } from './server-address.ts';

/** What the welcome page makes of the settings of an organisation. */
export interface OfferedSettings {
  /** Address of the server, in the form in which it is kept; absent: the reviewer chooses. */
  readonly server?: string | undefined;
  /** Slug of the dossier in which reviewers begin. */
  readonly dossier?: string | undefined;
  /** Match patterns of the sites to be offered together. */
  readonly sites: readonly string[];
  /** Those of which something cannot be used, which is left out. */
  readonly unusable: readonly ManagedSetting[];
}

/** Takes of each setting what can be used. */
export function toOfferedSettings({ server, dossier, sites, unusable }: ManagedSettings): OfferedSettings {
  const address = server === undefined ? undefined : parseServerAddress(server);
  const patterns = sites.map(sitePattern);
  return {
    server: address,
    dossier,
    sites: patterns.filter((pattern) => pattern !== undefined),
    unusable: [
      ...unusable,
      ...(server !== undefined && address === undefined ? (['server'] as const) : []),
      ...(patterns.includes(undefined) ? (['sites'] as const) : []),
    ],
  };
}
