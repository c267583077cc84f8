import '@waarborg/shared/zod-configuration';
import '../../styles/font-latin.css';
import '../../styles/index.css';
import { type OfflineDossier, offlineDossierSchema } from '@waarborg/shared/exchange';
import { preferredLanguage } from '@waarborg/shared/messages';
import { render } from 'preact';
import { offlineDossierId } from '../frame/edition.ts';
import { MatrixPage } from '../matrix/matrix-page.tsx';
import { navigate, startNavigation } from '../routing/navigation.ts';
import { createOfflineAnswers } from './answer-offline.ts';
import { OfflineNote } from './offline-note.tsx';

/*
 * The matrix of a dossier in one file, without a server: the pages ask for what they need as they always do, and the
 * file answers.
 */

/** What the file carries, packed as the server packed it (`exports/write-page.ts`). */
async function readContent(): Promise<OfflineDossier> {
  const text = document.getElementById(offlineDossierId)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return offlineDossierSchema.parse(await new Response(json).json());
}

async function start(root: Element): Promise<void> {
  const content = await readContent();
  const answer = createOfflineAnswers(content);
  window.fetch = async (input, init) => {
    const path = String(input).replace('/api/v1', '');
    const language = preferredLanguage([new Headers(init?.headers).get('accept-language') ?? '']);
    const body = answer(path, language);
    return body === undefined ? Response.json({}, { status: 404 }) : Response.json(body);
  };

  if (window.location.search === '' && content.search !== '') navigate(content.search, { replace: true });
  startNavigation();
  render(
    <>
      <MatrixPage slug={content.dossier.slug} />
      <OfflineNote content={content} />
    </>,
    root,
  );
}

const root = document.querySelector('#app');
if (!root) throw new Error('The page has no element #app.');
void start(root);
