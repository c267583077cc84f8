import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { workOffline } from '../helpers/ask-background.ts';
import { builtExtension } from '../helpers/built-extension.ts';
import type { PassageUnderTest } from '../helpers/documents-under-test.ts';
import { expectDrawn, pagesDrawn, untilOffered } from '../helpers/drawn-passages.ts';
import { type FirefoxWithExtension, launchFirefox } from '../helpers/firefox.ts';
import { chooseBySearch, expectListed, reloadOwnPage, searchInPdf } from '../helpers/review-firefox.ts';
import { selectWords } from '../helpers/words-in-page.ts';

/* A PDF from disk in our viewer in Firefox, without a server: what is coded waits. */

const [foot, head] = [
  'Vervalt het voornemen, dan hoort de aanvrager pas bij het besluit',
  'wat er tegen zijn verhaal is ingebracht.',
];
const passage: PassageUnderTest = {
  words: `${foot} ${head}`.replace(/\.$/u, ''),
  safeguard: 'voornemen',
  measure: 'abolished',
  impact: 'legal-protection',
  direction: 'unfavourable',
};

it('codes a passage over two pages of a PDF from disk, and draws it on both after a reload', async () => {
  const firefox = await launchFirefox({ extensionPath: builtExtension('firefox') });
  onTestFinished(() => firefox.close());
  await workOffline(firefox);
  const viewer = await openFile(firefox, twoPages());
  await firefox.clickAction(viewer);
  const panel = await firefox.sidePanel();

  await searchInPdf(viewer, passage.words);
  await selectWords(viewer, passage.words, '.textLayer');
  await untilOffered(viewer, passage.words);
  await chooseBySearch(viewer, passage);
  await expectDrawn(viewer, passage, '.textLayer');
  await expectListed(panel, passage);
  expect(await pagesDrawn(viewer, passage.words)).toEqual([1, 2]);

  await reloadOwnPage(viewer);
  await expectDrawn(viewer, passage, '.textLayer');
  await expectListed(panel, passage);
  expect(await pagesDrawn(viewer, passage.words)).toEqual([1, 2]);
});

/** Opens a file from disk by the field in which one is chosen. */
async function openFile(firefox: FirefoxWithExtension, pdf: Buffer) {
  const folder = await mkdtemp(path.join(tmpdir(), 'viewer-firefox-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'brief.pdf');
  await writeFile(file, pdf);
  const viewer = await firefox.openExtensionPage('viewer.html');
  const field = await viewer.waitForSelector('input[type=file]');
  await field?.uploadFile(file);
  return firefox.waitForPage(firefox.extensionUrl('viewer.html?id='));
}

/** A letter whose first page ends, and whose second begins, within a sentence. It says who wrote it. */
function twoPages(): Buffer {
  const pages = [
    `60 780 Td (Raad voor de rechtspraak) Tj 0 -720 Td (${foot}) Tj`,
    `60 780 Td (${head}) Tj`,
  ].map((lines) => `BT /F1 12 Tf ${lines} ET`);
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 2/Kids[4 0 R 6 0 R]>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${pages
  .map(
    (content, index) => `${4 + 2 * index} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]
/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>endobj
${5 + 2 * index} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
  )
  .join('\n')}
trailer<</Root 1 0 R/Size 8>>
%%EOF`);
}
