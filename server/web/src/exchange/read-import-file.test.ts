import { defaultCodebook } from '@waarborg/shared/codebook';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImportFile } from './read-import-file.ts';

const settings = { slug: 'dossier', context: { codebook: defaultCodebook, speakers: [], documents: [] } };

describe('a file to import', () => {
  it.each([
    ['a PDF', '%PDF-1.7\nmet, komma\nen, rij'],
    ['what is no text', 'a;b\n\u0001\u0000;c'],
  ])('is refused as of a kind that cannot be read when it is %s', async (_, content) => {
    const reading = readImportFile(new File([content], 'brief.csv'), settings);
    await expect(reading).rejects.toMatchObject({ code: 'unknown-format' });
  });

  it.each([
    [
      'an older Excel, or with a password',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
    ],
    ['OpenDocument', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') })],
    ['OpenDocument in one piece', strToU8('<?xml version="1.0"?>\n<office:document xmlns:office="x"/>')],
  ])('is refused with the way out when it is a table of %s, whatever it is called', async (_, bytes) => {
    const reading = readImportFile(new File([bytes], 'codes.xlsx'), settings);
    await expect(reading).rejects.toMatchObject({ code: 'other-workbook' });
  });

  it('is refused when it holds what no dossier keeps, such as the name of a group of thousands of letters', async () => {
    const guid = '00000000-0000-4000-8000-000000000001';
    const codes = (group: string) =>
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guid}" name="${group}" isCodable="false"><Code guid="${guid}" name="Tolk!" isCodable="true"/></Code></Codes></CodeBook>`;
    const read = (group: string) => readImportFile(new File([codes(group)], 'x.qdc'), settings);
    await expect(read('Taal')).resolves.toMatchObject({ kind: 'bundle' });
    await expect(read('x'.repeat(3_000))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('reads a codebook as teams keep it, below a title, and knows what is in the dossier by its name', async () => {
    const table = [
      'Codeboek werkgroep;;;;',
      'Code;Omschrijving;Categorie;Soort;Opmerking',
      'Vóórgesprek met tolk;Een gesprek vooraf;Vóór het gehoor;waarborg;nieuw',
      'voornemen en zienswijze;Staat er al;Het besluit;Waarborg;',
      'Kinderrechtentoets;"Toets aan het IVRK;\nook bij gezinnen";Kinderen;waarborgen;',
      'Vertrouwen;Meer is gunstig;Samenleving;gevolg;',
      'vertrouwen;Nog eens;Samenleving;gevolg;',
    ].join('\r\n');
    const read = await readImportFile(new File([table], 'codeboek.csv'), settings);
    expect(read).toMatchObject({
      kind: 'bundle',
      leftOut: ['Opmerking'],
      bundle: {
        concepts: [
          { id: 'voorgesprek-met-tolk', kind: 'safeguard', group: 'before-the-interview' },
          { id: 'voornemen' },
          { definition: { nl: 'Toets aan het IVRK;\nook bij gezinnen' }, group: 'kinderen-safeguard' },
          { id: 'vertrouwen', kind: 'impact' },
        ],
      },
    });
    // Kinds of documents are no kinds of concepts.
    const codings = 'Code;Soort;Citaat\nRechtsbijstand;Kamerstuk;een\nRechtsbijstand;brief;twee';
    const other = await readImportFile(new File([codings], 'coderingen.csv'), settings);
    expect(other.kind).toBe('tables');
  });

  it('says what of a codebook has no place in a dossier, as a table and in SKOS', async () => {
    const table = 'Soort;Id;Nederlands;Kleur;Leeg\nWaarborg;tolk;Tolk;rood;';
    const skos = [
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <https://example.org/> .',
      'ex:tolk a skos:Concept ; skos:prefLabel "Tolk"@nl ; skos:scopeNote "Let op"@nl ; ex:kleur "rood" .',
      'ex:maker ex:naam "Anna" .',
    ].join('\n');
    const read = async (content: string, name: string) => readImportFile(new File([content], name), settings);
    expect(await read(table, 'codeboek.csv')).toMatchObject({ leftOut: ['Kleur'] });
    expect(await read(skos, 'codeboek.ttl')).toMatchObject({ leftOut: ['scopeNote', 'kleur'] });
  });

  it('says which variables of a project have no place in a dossier', async () => {
    const guid = '00000000-0000-4000-8000-00000000000';
    const variables = ['Datum', 'Regio'].map(
      (name, place) => `<Variable guid="${guid}${place}" name="${name}" typeOfVariable="Text"/>`,
    );
    const project = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><Variables>${variables.join('')}</Variables></Project>`;
    const packed = zipSync({ 'project.qde': strToU8(project) });
    const content = await readImportFile(new File([packed], 'x.qdpx'), settings);
    expect(content).toMatchObject({ kind: 'bundle', leftOut: ['Regio'] });
  });

  it('is a table where it has a head and a row', async () => {
    const content = await readImportFile(new File(['Passage;Waarborg\nTekst;Tolk'], 'x.txt'), settings);
    expect(content).toMatchObject({ kind: 'tables', sheets: [{}] });
  });
});
