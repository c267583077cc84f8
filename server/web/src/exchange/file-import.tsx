import { countGaps, gapsOf, ImportRefusal } from '@waarborg/shared/imports';
import { importMessages } from '@waarborg/shared/messages/imports';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { language } from '../frame/language.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { ProblemLine } from '../people/notices.tsx';
import { BundleImport } from './bundle-import.tsx';
import { ImportGaps } from './import-gaps.tsx';
import { annotationsRequest, bundleRequest } from './import-request.ts';
import { type FileContent, readImportFile } from './read-import-file.ts';
import { TableImport } from './table-import.tsx';
import { useImportContext } from './use-import-context.ts';

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
    readImportFile(file, { slug, context: dossier }).then(setContent, (error: unknown) => {
      if (!(error instanceof ImportRefusal)) throw error;
      setRefusal(error);
    });
    // The file is read once; what the dossier has is compared anew by whoever shows it.
  }, [file, isReady]);
  if (context.failure && !dossier)
    return <ProblemNotice failure={context.failure} onRetry={context.reload} />;
  if (refusal)
    return <ProblemLine text={`${messages[`refusal.${refusal.code}`]} ${messages.nothingImported}`} />;
  if (!content || !dossier) return <LoadingNotice>{messages.reading}</LoadingNotice>;
  return content.kind === 'tables' ? (
    <TableImport slug={slug} sheets={content.sheets} context={dossier} />
  ) : (
    <WholeImport slug={slug} content={content} />
  );
}

/** What a file brings as it stands in it: nothing of it is to be understood first. */
function WholeImport({ slug, content }: { slug: string; content: Exclude<FileContent, { kind: 'tables' }> }) {
  const request = useMemo(
    () =>
      content.kind === 'bundle'
        ? bundleRequest(slug, content.bundle)
        : annotationsRequest(slug, content.annotations),
    [slug, content],
  );
  const messages = importMessages[language.value];
  const passages = content.kind === 'bundle' ? content.bundle.annotations : [];
  const skipped = content.kind === 'bundle' ? content.skipped : 0;
  const statements = passages.flatMap(({ codings }) => (codings.length > 0 ? codings : [undefined]));
  const gaps = countGaps(statements.flatMap((coding) => gapsOf(coding)));
  return (
    <BundleImport slug={slug} request={request}>
      <ImportGaps title={messages.gapsOfCodings} gaps={gaps} of={statements.length} />
      {skipped > 0 && <p>{messages.skippedSelections(skipped)}</p>}
    </BundleImport>
  );
}
