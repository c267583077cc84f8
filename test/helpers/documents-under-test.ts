import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measure } from '@waarborg/shared/annotation';
import { corpusFolder, sayThatCorpusIsMissing } from './corpus.ts';
import { printToPdf } from './print-to-pdf.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

/** A passage of a paper, and what a reviewer says of it; the ids are those of the default codebook. */
export interface PassageUnderTest {
  /** From its first letter to its last: a mark at the end is not part of it. */
  readonly words: string;
  readonly safeguard: string;
  readonly measure: Measure;
  readonly impact: string;
  readonly direction: 'favourable' | 'unfavourable';
}

/** A paper that a reviewer opens, in one of its forms. */
export interface DocumentUnderTest {
  readonly name: string;
  readonly form: 'html' | 'pdf';
  /** Path on the server that serves the papers. */
  readonly path: string;
  /** Whom the reviewer names, since the paper does not say itself who speaks in it. */
  readonly speaker?: string;
  readonly passage: PassageUnderTest;
}

/** A paper, an inspection letter and a ruling of the corpus, the first two also as PDF. */
const corpusDocuments: readonly DocumentUnderTest[] = [
  {
    name: 'ind-plan-van-aanpak-2026',
    form: 'html',
    path: '/ind-plan-van-aanpak-2026/page.html',
    passage: {
      words:
        'De realiteit van dit moment is dat de behandeling van veel asielaanvragen een doorlooptijd kent die ver boven de wettelijke beslistermijn uitgaat',
      safeguard: 'decision-period',
      measure: 'not-observed',
      impact: 'duration',
      direction: 'unfavourable',
    },
  },
  {
    name: 'ind-plan-van-aanpak-2026',
    form: 'pdf',
    path: '/ind-plan-van-aanpak-2026/document.pdf',
    passage: {
      words:
        'En daarmee vanaf de inwerkingtreding van het Pact prioriteit geven aan het tijdig behandelen van nieuwe asielaanvragen binnen de geldende wettelijke beslistermijnen',
      safeguard: 'decision-period',
      measure: 'kept',
      impact: 'duration',
      direction: 'favourable',
    },
  },
  {
    name: 'inspectie-brief-asielwetten-2025',
    form: 'html',
    path: '/inspectie-brief-asielwetten-2025/page.html',
    passage: {
      words:
        'De beperkte consultatie vergroot dan ook het risico op blinde vlekken in het voorgenomen beleid',
      safeguard: 'impact-test',
      measure: 'restricted',
      impact: 'decision-quality',
      direction: 'unfavourable',
    },
  },
  {
    name: 'inspectie-brief-asielwetten-2025',
    form: 'pdf',
    path: '/inspectie-brief-asielwetten-2025/document.pdf',
    passage: {
      words:
        'Het ontbreken van deugdelijke uitvoeringstoetsen is niet alleen een procedureel probleem; het ondermijnt de gehele basis van effectieve beleidsvorming',
      safeguard: 'impact-test',
      measure: 'absent',
      impact: 'decision-quality',
      direction: 'unfavourable',
    },
  },
  {
    name: 'rechtbank-den-haag-2014-8504',
    form: 'html',
    path: '/rechtbank-den-haag-2014-8504/page.html',
    passage: {
      words:
        'In de zienswijze heeft eiser hier tegenover gesteld dat hij niet wisselend, maar aanvullend heeft verklaard',
      safeguard: 'voornemen',
      measure: 'kept',
      impact: 'legal-protection',
      direction: 'favourable',
    },
  },
];

/** The project's own papers, which everybody has; their PDFs are printed when they are served. */
const ownDocuments: readonly DocumentUnderTest[] = [
  {
    name: 'memorie-van-toelichting',
    form: 'html',
    path: '/memorie-van-toelichting.html',
    passage: {
      words: 'de vreemdeling brengt geen zienswijze meer naar voren voordat op zijn aanvraag wordt beslist',
      safeguard: 'voornemen',
      measure: 'abolished',
      impact: 'legal-protection',
      direction: 'unfavourable',
    },
  },
  {
    name: 'memorie-van-toelichting',
    form: 'pdf',
    path: '/memorie-van-toelichting.pdf',
    speaker: 'Minister van Asiel en Migratie',
    passage: {
      words:
        'Deze weken zijn nu gemoeid met het opstellen van het voornemen, het wachten op de zienswijze en het verwerken daarvan in het besluit',
      safeguard: 'voornemen',
      measure: 'abolished',
      impact: 'duration',
      direction: 'favourable',
    },
  },
  {
    name: 'brief-inspectie',
    form: 'html',
    path: '/brief-inspectie.html',
    passage: {
      words: 'Vervalt het voornemen, dan worden zulke fouten niet meer vóór het besluit hersteld',
      safeguard: 'voornemen',
      measure: 'abolished',
      impact: 'decision-quality',
      direction: 'unfavourable',
    },
  },
  {
    name: 'brief-inspectie',
    form: 'pdf',
    path: '/brief-inspectie.pdf',
    passage: {
      words:
        'Het voornemen is het enige moment waarop de asielzoeker en zijn advocaat kennisnemen van de redenering van de IND voordat er een besluit ligt',
      safeguard: 'voornemen',
      measure: 'kept',
      impact: 'legal-protection',
      direction: 'favourable',
    },
  },
  {
    name: 'uitspraak',
    form: 'html',
    path: '/uitspraak.html',
    passage: {
      words: 'Eiseres voert aan dat verweerder haar ten onrechte geen voornemen heeft uitgereikt',
      safeguard: 'voornemen',
      measure: 'not-observed',
      impact: 'legal-protection',
      direction: 'unfavourable',
    },
  },
];

/** The papers that `serveDocumentsUnderTest` serves. */
export const documentsUnderTest = corpusFolder ? corpusDocuments : ownDocuments;

const exampleFolder = fileURLToPath(new URL('../../server/example/', import.meta.url));

/** The project's own papers in a folder of their own, some also printed to PDF. */
async function makeOwnDocuments(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
  await cp(exampleFolder, folder, { recursive: true });
  const served = await serveFolder(folder);
  try {
    for (const { name } of ownDocuments.filter(({ form }) => form === 'pdf')) {
      await writeFile(path.join(folder, `${name}.pdf`), await printToPdf(`${served.origin}/${name}.html`));
    }
  } finally {
    await served.close();
  }
  return folder;
}

/** Serves the papers on loopback: real ones where they are there, else the project's own, saying so. */
export async function serveDocumentsUnderTest(): Promise<ServedFolder> {
  if (corpusFolder) return serveFolder(corpusFolder);
  sayThatCorpusIsMissing("The main road is tested on the project's own papers");
  const folder = await makeOwnDocuments();
  const served = await serveFolder(folder);
  return {
    ...served,
    async close() {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
