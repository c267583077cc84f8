import type { Bundle } from '@waarborg/shared/api';
import { ImportRefusal, isZip, maxFileBytes, readSheets, type Sheet } from '@waarborg/shared/imports';
import { importMessages } from '@waarborg/shared/messages/imports';
import { useEffect, useState } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { LoadingNotice, ProblemNotice } from '../frame/problem-page.tsx';
import { ProblemLine } from '../people/notices.tsx';
import { BundleImport } from './bundle-import.tsx';
import { TableImport } from './table-import.tsx';
import { type ImportContext, useImportContext } from './use-import-context.ts';

/** What was found in a file: tables whose columns are still to be understood, or what it brings. */
type FileContent =
  | { readonly kind: 'tables'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'bundle'; readonly bundle: Bundle };

/** Reads a file by what it is, whatever its name says. */
async function readFile(file: File, _context: ImportContext): Promise<FileContent> {
  if (file.size > maxFileBytes) throw new ImportRefusal('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new ImportRefusal('empty');
  return { kind: 'tables', sheets: await readSheets(bytes, isZip(bytes)) };
}

/** A file that was chosen: read, shown, and brought in when its reader says so. */
export function FileImport({ slug, file }: { slug: string; file: File }) {
  const messages = importMessages[language.value];
  const context = useImportContext(slug);
  const [content, setContent] = useState<FileContent>();
  const [refusal, setRefusal] = useState<ImportRefusal>();
  const dossier = context.data;
  const isReady = dossier !== undefined;
  useEffect(() => {
    if (!dossier) return;
    readFile(file, dossier).then(setContent, (error: unknown) => {
      if (!(error instanceof ImportRefusal)) throw error;
      setRefusal(error);
    });
    // The file is read once; what the dossier has is compared anew by whoever shows it.
  }, [file, isReady]);
  if (context.failure && !dossier)
    return <ProblemNotice failure={context.failure} onRetry={context.reload} />;
  if (refusal) return <ProblemLine text={messages[`refusal.${refusal.code}`]} />;
  if (!content || !dossier) return <LoadingNotice>{messages.reading}</LoadingNotice>;
  return content.kind === 'tables' ? (
    <TableImport slug={slug} sheets={content.sheets} context={dossier} />
  ) : (
    <BundleImport slug={slug} bundle={content.bundle} />
  );
}
