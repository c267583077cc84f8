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
}

const settingsSchema = z.object({
  server: z.string().trim().min(1).optional().catch(undefined),
  dossier: slugSchema.optional().catch(undefined),
  sites: z.array(z.string()).default([]).catch([]),
  // Whoever wrote something here wanted it off: what cannot be read keeps nothing.
  keepTexts: z.boolean().default(true).catch(false),
});

/** Reads what an administrator wrote; a setting that is not what it should be is left out. */
export function parseManagedSettings(stored: unknown): ManagedSettings {
  return settingsSchema.parse(stored ?? {});
}

/** The settings of this browser; in one that nobody manages nothing is set. */
export async function readManagedSettings(): Promise<ManagedSettings> {
  // Firefox rejects where nothing is managed.
  return parseManagedSettings(await browser.storage.managed.get().catch(() => undefined));
}
