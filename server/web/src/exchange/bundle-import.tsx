import type { BundleResponse } from '@waarborg/shared/api';
import { importMessages } from '@waarborg/shared/messages/imports';
import type { ComponentChildren } from 'preact';
import { ProblemLine } from '../forms/notices.tsx';
import { takeFocus } from '../forms/take-focus.ts';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { language } from '../language/language.ts';
import { dossierHref, matrixHref, revisionHref } from '../routing/route.ts';
import type { ImportRequest } from './import-request.ts';
import { namesInWords } from './names-in-words.ts';
import { bringsAnything, useBundle } from './use-bundle.ts';

interface BundleImportProps {
  readonly slug: string;
  readonly request: ImportRequest;
  /** Names that become speakers. */
  readonly newSpeakers?: readonly string[];
  /** What does not come in. */
  readonly children?: ComponentChildren;
}

/** What an import would do, by the word of the server, and the way to do it. */
export function BundleImport({ slug, request, newSpeakers = [], children }: BundleImportProps) {
  const messages = importMessages[language.value];
  const { state, start, cancel } = useBundle(request);
  if (state.kind === 'done') return <Done slug={slug} result={state.result} />;
  const { isEmpty } = request;
  return (
    <section class="wb-import-part" aria-labelledby="import-plan">
      <h3 id="import-plan">{messages.planTitle}</h3>
      {isEmpty && <p>{messages.nothingToImport}</p>}
      {state.kind === 'checking' && !isEmpty && <LoadingNotice>{messages.checking}</LoadingNotice>}
      {state.kind === 'planned' && !isEmpty && <Plan result={state.result} />}
      {newSpeakers.length > 0 && <p>{messages.namesOfSpeakers(namesInWords(newSpeakers))}</p>}
      {children}
      {state.kind === 'failed' && <ProblemLine text={state.problem} />}
      {state.kind === 'importing' ? (
        <div class="wb-import-progress" role="status">
          <label>
            {messages.importing} <progress />
          </label>
          <Button ref={takeFocus} onClick={cancel}>
            {messages.cancel}
          </Button>
        </div>
      ) : (
        <>
          {state.kind === 'planned' && state.isCancelled && <p role="status">{messages.cancelled}</p>}
          {state.kind === 'planned' && bringsAnything(state.result) && (
            <Button tone="primary" onClick={start}>
              {messages.confirm}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** The counts of what is new, in the order in which one wants to know them. */
function countsInWords({ created }: BundleResponse): string[] {
  const messages = importMessages[language.value];
  const lines = [
    [created.passages, messages.newPassages],
    [created.codings, messages.newCodings],
    [created.documents, messages.newDocuments],
    [created.renditions, messages.newTexts],
    [created.speakers, messages.newSpeakers],
    [created.links, messages.newLinks],
    [created.concepts, messages.newConcepts],
    [created.groups, messages.newGroups],
  ] as const;
  return lines.flatMap(([count, inWords]) => (count > 0 ? [inWords(count)] : []));
}

function Plan({ result }: { result: BundleResponse }) {
  const messages = importMessages[language.value];
  return (
    <>
      {bringsAnything(result) ? (
        <ul>
          {countsInWords(result).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        result.leftOut + result.differing === 0 && <p>{messages.nothingNew}</p>
      )}
      {result.created.codings > 0 && <p>{messages.asDrafts}</p>}
      {result.known > 0 && <p>{messages.knownPassages(result.known)}</p>}
      {result.leftOut > 0 && <p>{messages.leftOutCodings(result.leftOut)}</p>}
      {result.differing > 0 && <p>{messages.differingConcepts(result.differing)}</p>}
    </>
  );
}

function Done({ slug, result }: { slug: string; result: BundleResponse }) {
  const messages = importMessages[language.value];
  return (
    <section class="wb-import-part" role="status">
      <h3 ref={takeFocus} tabIndex={-1}>
        {messages.done}
      </h3>
      <Plan result={result} />
      {result.created.documents > 0 && <p>{messages.notReadYet}</p>}
      <p class="wb-actions">
        <a class="utrecht-link utrecht-link--html-a" href={matrixHref(slug)}>
          {messages.toMatrix}
        </a>
        {result.created.documents > 0 && (
          <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, 'documents')}>
            {messages.toDocuments}
          </a>
        )}
        {result.revision !== undefined && (
          <a class="utrecht-link utrecht-link--html-a" href={revisionHref(slug, result.revision)}>
            {messages.seeInHistory}
          </a>
        )}
      </p>
    </section>
  );
}
