import { existsSync, readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../annotation/index.ts';
import { defaultCodebook } from '../codebook/index.ts';
import { codingTable, createDossierWords, writeCsv } from '../exchange/index.ts';
import { writeProject } from '../refi-qda/index.ts';
import { readSheets, readXml } from './index.ts';

const file = new URL('../../../../shared/standards/hostile-input/naughty-strings.json', import.meta.url);
const isMissing = !existsSync(file);
if (isMissing) console.log('skipped: ../shared/standards/hostile-input is not here to export and read back');

const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

describe('strings that break software', () => {
  it.skipIf(isMissing)('come back from CSV, and are text in a project', async () => {
    const strings: string[] = JSON.parse(readFileSync(file, 'utf8'));
    // Space at either end of a cell is nobody's, and a quote has words.
    const quotes = strings.filter((text) => text.trim() !== '' && text.trim() === text);
    const speaker = { id: id(1), name: 'IND', aliases: [], kind: 'executive' as const };
    const document = {
      ...{ id: id(2), title: '"><script>', sourceType: 'other' as const, issuer: speaker.id },
      ...{ addresses: [], identifiers: [], aliases: [], revision: 1 },
    };
    const annotations = quotes.map(
      (exact, number): Annotation => ({
        ...{
          id: id(100 + number),
          document: document.id,
          source: 'https://example.org/',
          ranges: [{ exact }],
        },
        codings: [
          {
            ...{ id: id(10_000 + number), safeguard: 'voornemen', direction: 'unclear', basis: 'norm' },
            ...{ speaker: speaker.id, status: 'draft' },
          },
        ],
        ...{ note: exact, creator: { id: 'a', name: exact } },
        ...{ created: '2026-05-12T09:00:00Z', modified: '2026-05-12T09:00:00Z', revision: 1 },
      }),
    );
    const content = { codebook: defaultCodebook, speakers: [speaker], documents: [document] };
    const csv = writeCsv(codingTable(annotations, () => true, createDossierWords(content, 'en')));
    const [sheet] = await readSheets(strToU8(csv), 'csv');
    const place = sheet?.rows[0]?.indexOf('Note') ?? -1;
    expect(sheet?.rows.slice(1).map((row) => row[place])).toEqual(quotes);
    const guidOf = (name: string) => `00000000-0000-4000-8000-${String(name.length).padStart(12, '0')}`;
    const project = { title: 'x', ...content, texts: [], annotations, links: [] };
    const parts = writeProject(project, { language: 'en', guidOf });
    expect(readXml(parts.get('project.qde') ?? '').name).toBe('Project');
  });
});
