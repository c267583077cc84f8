import type { Codebook, Concept } from '@waarborg/shared/codebook';
import { countGaps, gapsOf, ImportRefusal } from '@waarborg/shared/imports';
import { importMessages } from '@waarborg/shared/messages/imports';
import { shorten } from '@waarborg/shared/text';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { failureInWords } from '../api/explain-failure.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { BundleImport } from './bundle-import.tsx';
import { ImportGaps } from './import-gaps.tsx';
import { annotationsRequest, bundleRequest } from './import-request.ts';
import { namesInWords } from './names-in-words.ts';
import { readAside } from './read-aside.ts';
import type { FileContent } from './read-import-file.ts';
import { TableImport } from './table-import.tsx';
import { useImportContext } from './use-import-context.ts';

/** A file that was chosen: read, shown, and brought in when its reader says so. */
export function FileImport({ slug, file }: { slug: string; file: File }) {
  const messages = importMessages[language.value];
  const context = useImportContext(slug);
  const [content, setContent] = useState<FileContent>();
  const [problem, setProblem] = useState<unknown>();
  const dossier = context.data;
  const isReady = dossier !== undefined;
  useEffect(() => {
    if (!dossier) return;
    const controller = new AbortController();
    const { signal } = controller;
    readAside({ file, settings: { slug, context: dossier } }, signal).then(setContent, setProblem);
    return () => controller.abort();
    // The file is read once; what the dossier has is compared anew by whoever shows it.
  }, [file, isReady]);
  if (context.failure && !dossier)
    return <ProblemNotice failure={context.failure} onRetry={context.reload} />;
  if (problem !== undefined) return <ProblemLine text={problemInWords(problem)} />;
  if (!content || !dossier) return <LoadingNotice>{messages.reading}</LoadingNotice>;
  return content.kind === 'tables' ? (
    <TableImport slug={slug} sheets={content.sheets} context={dossier} />
  ) : (
    <WholeImport slug={slug} content={content} codebook={dossier.codebook} />
  );
}

/** Longest name of what is left out that is told, in characters. */
const maxNameLength = 60;

/** Why a file cannot be read. */
function problemInWords(problem: unknown): string {
  const messages = importMessages[language.value];
  if (!(problem instanceof ImportRefusal)) return failureInWords(problem);
  return `${messages[`refusal.${problem.code}`]} ${messages.nothingImported}`;
}

interface WholeImportProps {
  readonly slug: string;
  readonly content: Exclude<FileContent, { kind: 'tables' }>;
  /** What the dossier has already. */
  readonly codebook: Codebook;
}

/** What a file brings as it stands in it: nothing of it is to be understood first. */
function WholeImport({ slug, content, codebook }: WholeImportProps) {
  const request = useMemo(
    () =>
      content.kind === 'bundle'
        ? bundleRequest(slug, content.bundle)
        : annotationsRequest(slug, content.annotations),
    [slug, content],
  );
  const messages = importMessages[language.value];
  const passages = content.kind === 'bundle' ? content.bundle.annotations : [];
  const { skipped, unplaced, leftOut } =
    content.kind === 'bundle' ? content : { skipped: 0, unplaced: 0, leftOut: [] };
  const statements = passages.flatMap(({ codings }) => (codings.length > 0 ? codings : [undefined]));
  const gaps = countGaps(statements.flatMap((coding) => gapsOf(coding)));
  return (
    <BundleImport slug={slug} request={request}>
      <NewConcepts concepts={content.kind === 'bundle' ? content.bundle.concepts : []} codebook={codebook} />
      <ImportGaps title={messages.gapsOfCodings} gaps={gaps} of={statements.length} />
      {content.kind === 'annotations' && <p>{messages.addressesOnly}</p>}
      {skipped > 0 && <p>{messages.skippedSelections(skipped)}</p>}
      {unplaced > 0 && <p>{messages.unplaced(unplaced)}</p>}
      {leftOut.length > 0 && (
        <p>{messages.leftOutParts(leftOut.map((name) => shorten(name, maxNameLength)).join(', '))}</p>
      )}
    </BundleImport>
  );
}

interface NewConceptsProps {
  readonly concepts: readonly Concept[];
  readonly codebook: Codebook;
}

/** What becomes a row or a column of the matrix: a file of another program does not say itself which of both. */
function NewConcepts({ concepts, codebook }: NewConceptsProps) {
  const messages = importMessages[language.value];
  const known = new Set(codebook.concepts.map(({ id }) => id));
  const namesOf = (kind: Concept['kind']) =>
    concepts
      .filter((concept) => concept.kind === kind && !known.has(concept.id))
      .map(({ label }) => shorten(label[language.value] || label.nl, maxNameLength));
  const [safeguards, impacts] = [namesOf('safeguard'), namesOf('impact')];
  return (
    <>
      {safeguards.length > 0 && <p>{messages.namesOfSafeguards(namesInWords(safeguards))}</p>}
      {impacts.length > 0 && <p>{messages.namesOfImpacts(namesInWords(impacts))}</p>}
    </>
  );
}
