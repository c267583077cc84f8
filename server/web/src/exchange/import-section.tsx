import { isAllowed, type Role } from '@waarborg/shared/dossier';
import { importMessages } from '@waarborg/shared/messages/imports';
import { useId, useState } from 'preact/hooks';
import { failureInWords } from '../api/explain-failure.ts';
import { wholeScript } from '../api/whole-script.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { loadEnglish } from '../language/english.ts';
import { language } from '../language/language.ts';
import type { FileImport } from './file-import.tsx';

/** A chosen file with what reads it, which is loaded only for whoever imports. */
interface Chosen {
  readonly file: File;
  readonly number: number;
  readonly Import: typeof FileImport;
}

/** Where one chooses a file; below it stands what it would do. */
export function ImportSection({ slug, role }: { slug: string; role: Role }) {
  const messages = importMessages[language.value];
  const [chosen, setChosen] = useState<Chosen>();
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setLoading(true);
    setProblem(undefined);
    try {
      // A file may have been written in either language.
      const loading = Promise.all([import('./file-import.tsx'), loadEnglish()]);
      const [{ FileImport: Import }] = await wholeScript(loading);
      setChosen((before) => ({ file, Import, number: (before?.number ?? 0) + 1 }));
    } catch (error) {
      setProblem(failureInWords(error));
      // So that the same file can be chosen again.
      input.value = '';
    } finally {
      setLoading(false);
    }
  };
  return (
    <section class="wb-form wb-form-wide wb-import" aria-labelledby="import">
      <h2 id="import">{messages.import}</h2>
      {isAllowed(role, 'reviewer') ? (
        <>
          <p>{messages.importIntro}</p>
          <div class="wb-field">
            <label class="utrecht-form-label" for={id}>
              {messages.file}
            </label>
            <input
              id={id}
              class="utrecht-textbox utrecht-textbox--html-input"
              type="file"
              accept=".xlsx,.csv,.tsv,.txt,.qdpx,.qdc,.jsonld,.json,.ttl"
              onChange={(event) => void choose(event.currentTarget)}
            />
          </div>
        </>
      ) : (
        <p>{messages.readers}</p>
      )}
      <ProblemLine text={problem} />
      {isLoading && <LoadingNotice>{messages.reading}</LoadingNotice>}
      {chosen && <chosen.Import key={chosen.number} slug={slug} file={chosen.file} />}
    </section>
  );
}
