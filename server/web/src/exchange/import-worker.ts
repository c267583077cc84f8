import '@waarborg/shared/zod-configuration';
import { ImportRefusal, type RefusalCode } from '@waarborg/shared/imports';
import { type FileContent, type ReadSettings, readImportFile } from './read-import-file.ts';

/** What the page wants read. */
export interface ReadRequest {
  readonly file: File;
  readonly settings: ReadSettings;
}

/** What came of it; `failed` for what nobody expected. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly content: FileContent }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'failed' };

async function read({ file, settings }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { kind: 'read', content: await readImportFile(file, settings) };
  } catch (error) {
    if (error instanceof ImportRefusal) return { kind: 'refused', code: error.code };
    console.error(error);
    return { kind: 'failed' };
  }
}

addEventListener('message', async ({ data }: MessageEvent<ReadRequest>) => postMessage(await read(data)));
