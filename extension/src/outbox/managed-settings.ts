import { slugSchema } from '@waarborg/shared/dossier';
import { browser } from 'wxt/browser';
import { z } from 'zod';

/** What an organisation has set for the browsers of its people (`managed-schema.json`). */
export interface ManagedSettings {
  /** Address of the server, as it was typed; absent: everybody chooses. */
  readonly server?: string | undefined;
  /** Slug of the dossier in which somebody begins who has not chosen another one. */
  readonly dossier?: string | undefined;
  /** Sites, as a person types them, to be offered together. */
  readonly sites: readonly string[];
  /** Whether the text of a document goes to the server with its first passage. */
  readonly keepTexts: boolean;
  /** Those of them that hold something else than they should, and are left out for it. */
  readonly unusable: readonly ManagedSetting[];
}

/** The names of the settings, as an administrator writes them. */
export type ManagedSetting = Exclude<keyof ManagedSettings, 'unusable'>;

const serverSchema = z.string().trim().min(1).optional();
const dossierSchema = slugSchema.optional();
const sitesSchema = z.array(z.string()).default([]);
const keepTextsSchema = z.boolean().default(true);

/** Reads what an administrator wrote. Chromium leaves out by itself what is not of the kind that its schema names. */
export function parseManagedSettings(stored: unknown): ManagedSettings {
  const written = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const server = serverSchema.safeParse(written.server);
  const dossier = dossierSchema.safeParse(written.dossier);
  const sites = sitesSchema.safeParse(written.sites);
  const keepTexts = keepTextsSchema.safeParse(written.keepTexts);
  const found = { server, dossier, sites, keepTexts };
  return {
    server: server.data,
    dossier: dossier.data,
    sites: sites.data ?? [],
    // Whoever wrote something here wanted it off: what cannot be read keeps nothing.
    keepTexts: keepTexts.data ?? false,
    unusable: (Object.keys(found) as ManagedSetting[]).filter((name) => !found[name].success),
  };
}

/** The settings of this browser; in one that nobody manages nothing is set. */
export async function readManagedSettings(): Promise<ManagedSettings> {
  // Firefox rejects where nothing is managed.
  return parseManagedSettings(await browser.storage.managed.get().catch(() => undefined));
}
