import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  bases,
  type Coding,
  directions,
  measures,
  type PassageRange,
  stages,
} from '../annotation/index.ts';
import { type Concept, defaultCodebook } from '../codebook/index.ts';
import type { SourceDocument } from '../dossier/index.ts';
import { childOf, childrenOf, createVocabularyReader, readXml } from '../imports/index.ts';
import { countCodePoints } from '../w3c/index.ts';
import {
  type KeptText,
  type ProjectContent,
  readCodebookFile,
  readProject,
  writeCodebookFile,
  writeProject,
} from './index.ts';

const guidOf = (name: string) => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const context = { vocabulary: createVocabularyReader(defaultCodebook), createId: guidOf };
const settings = { language: 'nl', guidOf } as const;

const ind = { id: guidOf('IND'), name: 'IND', aliases: ['Immigratiedienst'], kind: 'executive' } as const;
const council = { id: guidOf('RvdR'), name: 'Raad & "rechtspraak"', aliases: [], kind: 'advisory' } as const;
const content = 'De 🧭 wijst.\r\nHet voornemen vervalt;\tde 𝒛ienswijze ook.\u0001 Einde. 🧭';
const paper: SourceDocument = {
  ...{ id: guidOf('paper'), title: '<Nota> & "verslag"', sourceType: 'parliamentary-paper', issuer: ind.id },
  ...{ date: '2026-05', aliases: [], revision: 3 },
  addresses: [{ address: 'https://example.org/nota.html', mediaType: 'text/html' }],
  identifiers: [{ scheme: 'official-publication', value: 'kst-36704-11' }],
};
const text: KeptText = {
  ...{
    id: 'a'.repeat(64),
    document: paper.id,
    source: 'https://example.org/nota.html',
    mediaType: 'text/html',
  },
  ...{ retrieved: '2026-05-12T09:00:00Z', content },
};

/** A piece of the kept text, as a reader marks it. */
function rangeOfText(from: number, length: number): PassageRange {
  const boundary = (at: number) => (/[\uDC00-\uDFFF]/u.test(content.charAt(at)) ? at + 1 : at);
  const [start, end] = [boundary(from), Math.min(boundary(from + length), content.length)];
  const astralBefore = start - countCodePoints(content.slice(0, start));
  return { exact: content.slice(start, end), start, end, ...(astralBefore > 0 ? { astralBefore } : {}) };
}

const words = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter((one) => one.trim() !== '' && !one.includes('\0'));
const inText = fc
  .tuple(fc.nat(content.length - 3), fc.integer({ min: 2, max: 20 }))
  .map(([from, length]) => rangeOfText(from, length))
  .filter(({ exact }) => exact.trim() !== '');
const elsewhere = fc.record(
  { exact: words, prefix: words, page: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: ['exact'] },
);
const coding = fc.record(
  {
    safeguard: fc.constantFrom('voornemen', 'legal-aid'),
    impact: fc.constantFrom('cost', 'duration'),
    measure: fc.constantFrom(...measures),
    stage: fc.constantFrom(...stages),
    direction: fc.constantFrom(...directions),
    basis: fc.constantFrom(...bases),
    speaker: fc.constantFrom(ind.id, council.id),
    reportedBy: fc.constantFrom(ind.id, council.id),
    provision: words,
    quantity: fc.record({ value: fc.integer(), unit: fc.constant('EUR'), period: fc.constant('P1Y') }),
  },
  { requiredKeys: ['safeguard', 'direction', 'basis', 'speaker'] },
);
const passage = fc.record(
  {
    ranges: fc.oneof(
      fc.array(inText, { minLength: 1, maxLength: 3 }),
      fc.array(elsewhere, { minLength: 1, maxLength: 3 }),
    ),
    codings: fc.array(coding, { maxLength: 3 }),
    note: fc.constantFrom('<b>Let op</b>\r\n"🧭" & zo', 'x'),
  },
  { requiredKeys: ['ranges', 'codings'] },
);

function toProject(
  passages: readonly { ranges: PassageRange[]; codings: object[]; note?: string }[],
): ProjectContent {
  const annotations = passages.map(
    (one, number): Annotation => ({
      ...{ id: guidOf(`passage ${number}`), document: paper.id, source: text.source },
      ...(one.ranges[0]?.start === undefined ? {} : { rendition: text.id }),
      ...{ ranges: one.ranges, ...(one.note ? { note: one.note } : {}) },
      codings: one.codings.map((said, place) => ({
        ...(said as Coding),
        ...{ id: guidOf(`coding ${number} ${place}`), status: 'draft' },
      })),
      creator: { id: 'anna', name: 'Anna & Bram' },
      ...{ created: '2026-05-12T09:00:00Z', modified: '2026-05-12T09:00:00Z', revision: 1 },
    }),
  );
  const [first, second] = annotations;
  return {
    ...{
      title: 'Dossier <1>',
      codebook: defaultCodebook,
      speakers: [ind, council].map((one) => ({ ...one, aliases: [...one.aliases] })),
    },
    documents: [
      { ...paper, addresses: [...paper.addresses], identifiers: [...paper.identifiers], aliases: [] },
    ],
    ...{ texts: [text], annotations },
    links:
      first && second ? [{ id: guidOf('link'), from: first.id, to: second.id, kind: 'contradicts' }] : [],
  };
}

const nameOf = (id: string | undefined) => [ind, council].find((one) => one.id === id)?.name;

/** What comes back of a passage: all but who made it and when, and its review. */
function expected({ id, document, source, rendition, ranges, note, codings }: Annotation) {
  return {
    ...{ id, document, source, ranges },
    ...(rendition ? { rendition } : {}),
    ...(note ? { note } : {}),
    codings: codings.map(({ id: _, status: __, speaker, reportedBy, ...rest }) => ({
      ...{ ...rest, speaker: nameOf(speaker) },
      ...(reportedBy ? { reportedBy: nameOf(reportedBy) } : {}),
    })),
  };
}

describe('a project', () => {
  it('comes back as it was: passages in texts with characters of two units, and outside them', () => {
    const property = fc.property(fc.array(passage, { maxLength: 5 }), (passages) => {
      const project = toProject(passages);
      const parts = new Map(
        [...writeProject(project, settings)].map(([name, part]) => [name, strToU8(part)]),
      );
      const { bundle, skipped, unplaced } = readProject(parts, context);
      expect([skipped, unplaced]).toEqual([0, 0]);
      expect(bundle.annotations.map((one) => ({ ...one }))).toEqual(
        expect.arrayContaining(project.annotations.map(expected)),
      );
      expect(bundle.annotations).toHaveLength(project.annotations.length);
      expect(bundle.links).toEqual(project.links);
      expect(bundle.renditions).toEqual([
        { text: content, source: text.source, mediaType: 'text/html', document: paper.id },
      ]);
      expect(bundle.concepts).toEqual(defaultCodebook.concepts.map((one) => expect.objectContaining(one)));
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('counts positions in code points, and puts its texts beside the project', () => {
    const range = rangeOfText(content.indexOf('Het voornemen'), 'Het voornemen'.length);
    const parts = writeProject(toProject([{ ranges: [range], codings: [] }]), settings);
    const source = childOf(childOf(readXml(parts.get('project.qde') ?? ''), 'Sources'), 'TextSource');
    const selection = childOf(source, 'PlainTextSelection')?.attributes;
    const points = [...content];
    const marked = points.slice(Number(selection?.startPosition), Number(selection?.endPosition));
    expect(marked.join('')).toBe('Het voornemen');
    const name = source?.attributes.plainTextPath?.replace('internal://', 'sources/') ?? '';
    expect(parts.get(name)).toBe(content);
  });

  it('keeps of what a speaker is part, and the names of those who were merged into one', () => {
    const old = { ...council, id: guidOf('old'), name: 'Raad', mergedInto: council.id };
    const part = { ...ind, parent: old.id };
    const speakers = [part, old, council].map((one) => ({ ...one, aliases: [...one.aliases] }));
    const parts = writeProject({ ...toProject([]), speakers }, settings);
    const packed = new Map([...parts].map(([name, part]) => [name, strToU8(part)]));
    const { bundle } = readProject(packed, context);
    const [above] = bundle.speakers.filter(({ name }) => name === council.name);
    expect(above).toMatchObject({ aliases: ['Raad'] });
    expect(bundle.speakers).toMatchObject([{ name: 'IND', parent: above?.id }, { name: council.name }]);
  });

  it('says of a merged concept what it counts for, in a dossier where it counts for itself', () => {
    const merges: Readonly<Record<string, string>> = {
      voornemen: 'rest-period',
      'rest-period': 'information',
      duration: 'cost',
    };
    const concepts = defaultCodebook.concepts.map((concept): Concept => {
      const mergedInto = merges[concept.id];
      return mergedInto ? { ...concept, mergedInto } : concept;
    });
    const codings = ['voornemen', 'rest-period', 'information'].map((safeguard) => ({
      ...{ safeguard, impact: 'duration', direction: 'favourable', basis: 'figure', speaker: ind.id },
    }));
    const project = toProject([{ ranges: [{ exact: 'woorden' }], codings }]);
    const parts = writeProject({ ...project, codebook: { ...defaultCodebook, concepts } }, settings);
    const packed = new Map([...parts].map(([name, part]) => [name, strToU8(part)]));
    const { bundle } = readProject(packed, context);
    const counted = bundle.annotations.flatMap((one) =>
      one.codings.map(({ safeguard, impact }) => [safeguard, impact]),
    );
    expect(counted).toEqual(codings.map(() => ['information', 'cost']));
    expect(bundle.concepts).toEqual(
      defaultCodebook.concepts.filter(({ id }) => !merges[id]).map((one) => expect.objectContaining(one)),
    );
  });

  it('shows in any program what is said: a code for each part of a coding, and names of users', () => {
    const said = {
      safeguard: 'voornemen',
      impact: 'cost',
      direction: 'favourable',
      basis: 'figure',
      speaker: ind.id,
    };
    const parts = writeProject(toProject([{ ranges: [{ exact: 'woorden' }], codings: [said] }]), settings);
    const project = readXml(parts.get('project.qde') ?? '');
    const names = new Map<string | undefined, string | undefined>();
    const collect = (node: ReturnType<typeof readXml>) => {
      if (node.name === 'Code') names.set(node.attributes.guid, node.attributes.name);
      node.children.forEach(collect);
    };
    collect(project);
    const sources = childrenOf(childOf(project, 'Sources'), 'TextSource');
    const codings = sources.flatMap((source) => childrenOf(childOf(source, 'PlainTextSelection'), 'Coding'));
    const codes = codings.map((one) => names.get(childOf(one, 'CodeRef')?.attributes.targetGUID));
    expect(codes).toEqual(['Voornemen en zienswijze', 'Kosten', 'gunstig', 'cijfer', 'IND']);
    expect(childOf(childOf(project, 'Users'), 'User')?.attributes.name).toBe('Anna & Bram');
  });
});

describe('a project to which another program put a code', () => {
  it('has a coding for each safeguard of the selection, besides those that came after it', () => {
    const said = { safeguard: 'voornemen', direction: 'favourable', basis: 'figure', speaker: ind.id };
    const codings = [said, { ...said, safeguard: 'legal-aid', impact: 'cost' }];
    const parts = writeProject(toProject([{ ranges: [{ exact: 'woorden' }], codings }]), settings);
    const project = parts.get('project.qde') ?? '';
    const interpreter = /<Code guid="([^"]+)" name="Tolk en vertaling"/u.exec(project)?.[1];
    const more = project.replace(
      '<Coding ',
      `<Coding guid="${guidOf('more')}"><CodeRef targetGUID="${interpreter}"/></Coding><Coding `,
    );
    const read = (qde: string) =>
      readProject(
        new Map([...parts, ['project.qde', qde]].map(([name = '', part = '']) => [name, strToU8(part)])),
        context,
      ).bundle.annotations.map((passage) => passage.codings.map(({ safeguard }) => safeguard));
    expect(read(project)).toEqual([['voornemen', 'legal-aid']]);
    expect(read(more)).toEqual([['interpreter', 'voornemen', 'legal-aid']]);
  });
});

describe('descriptions', () => {
  const said = { safeguard: 'voornemen', direction: 'favourable', basis: 'figure', speaker: ind.id };
  const project = toProject([{ ranges: [{ exact: 'woorden', page: 3 }], codings: [said] }]);
  const parts = writeProject(project, settings);
  const collect = (node: ReturnType<typeof readXml>): (readonly [string, string])[] => [
    ...(node.name === 'Description' ? [[node.name, node.text] as const] : []),
    ...node.children.flatMap(collect),
  ];

  it('are words for people only: the definition of a code, the citation of a source and of a passage', () => {
    const texts = collect(readXml(parts.get('project.qde') ?? '')).map(([, text]) => text);
    expect(texts.filter((text) => text.includes('{'))).toEqual([]);
    expect(texts).toContain('Kamerstukken II 2025/26, 36704, nr. 11.');
    expect(texts).toContain('Kamerstukken II 2025/26, 36704, nr. 11, p. 3.');
    const codebook = readXml(writeCodebookFile(defaultCodebook, settings));
    const ofCodes = collect(childOf(codebook, 'Codes') ?? codebook).map(([, text]) => text);
    expect(ofCodes.filter((text) => text.includes('{'))).toEqual([]);
  });

  it('of files of before still say what Waarborg reads back', () => {
    const remark = { concept: { ...defaultCodebook.concepts[0], id: 'of-before' } };
    const file = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guidOf('x')}" name="x" isCodable="true"><Description>Woorden
Waarborg: ${JSON.stringify(remark).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</Description></Code></Codes></CodeBook>`;
    expect(readCodebookFile(file, context).concepts).toEqual([remark.concept]);
  });
});

describe('a project of another program', () => {
  const guid = (number: number) => `{0000000${number}-0000-4000-8000-00000000000${number}}`;
  const variable = (number: number) => `{a000000${number}-0000-4000-8000-00000000000${number}}`;
  const variables = ['Kenmerk', 'Datum', 'Auteur', 'Gelezen']
    .map((name, place) => `<Variable guid="${variable(place + 1)}" name="${name}" typeOfVariable="Text"/>`)
    .join('');
  const project = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>
    <Code guid="${guid(1)}" name="Effecten" isCodable="false"><Code guid="${guid(2)}" name="Vertrouwen in de rechter" isCodable="true"/></Code>
    <Code guid="${guid(3)}" name="Recht op een tolk!" isCodable="true"><Description>Wat het is</Description></Code>
    <Code guid="${variable(5)}" name="Actoren" isCodable="false"><Code guid="${variable(6)}" name="EHRM" isCodable="true"/></Code>
    <Code guid="${guid(4)}" name="Kosten" isCodable="true"/></Codes></CodeBook><Variables>${variables}</Variables><Sources>
    <TextSource guid="${guid(5)}" name="Brief"><PlainTextContent>Zonder tolk 🧭 geen recht.</PlainTextContent>
      <PlainTextSelection guid="${guid(6)}" startPosition="7" endPosition="13"><Coding guid="${guid(7)}"><CodeRef targetGUID="${guid(3)}"/></Coding><Coding guid="${guid(8)}"><CodeRef targetGUID="${guid(2)}"/></Coding><Coding guid="${variable(7)}"><CodeRef targetGUID="${variable(6)}"/></Coding></PlainTextSelection>
      <VariableValue><VariableRef targetGUID="${variable(1)}"/><TextValue>Kamerstukken II 2024/25, 36704, nr. 11</TextValue></VariableValue>
      <VariableValue><VariableRef targetGUID="${variable(2)}"/><DateValue>2025-05-12</DateValue></VariableValue>
      <VariableValue><VariableRef targetGUID="${variable(3)}"/><TextValue>Inspectie JenV</TextValue></VariableValue>
      <VariableValue><VariableRef targetGUID="${variable(4)}"/><BooleanValue>true</BooleanValue></VariableValue></TextSource>
    <PDFSource guid="${guid(9)}" name="Scan"><PDFSelection guid="${guid(1)}" page="0" firstX="0" firstY="0" secondX="1" secondY="1"/></PDFSource>
    </Sources></Project>`;

  it('becomes passages and concepts, and says what could not', () => {
    const { bundle, skipped } = readProject(new Map([['Project.qde', strToU8(project)]]), context);
    expect(skipped).toBe(1);
    expect(bundle.annotations).toMatchObject([
      {
        ranges: [{ exact: 'tolk 🧭', start: 7, end: 14 }],
        codings: [
          {
            safeguard: 'recht-op-een-tolk',
            impact: 'vertrouwen-in-de-rechter',
            direction: 'unclear',
            basis: 'position',
            speaker: 'EHRM',
          },
        ],
      },
    ]);
    expect(bundle.speakers).toMatchObject([{ name: 'EHRM' }]);
    expect(bundle.concepts.map(({ id, kind, definition }) => [id, kind, definition.nl])).toEqual([
      ['vertrouwen-in-de-rechter', 'impact', ''],
      ['recht-op-een-tolk', 'safeguard', 'Wat het is'],
    ]);
    expect(bundle.documents).toMatchObject([
      {
        ...{ title: 'Brief', issuer: 'Inspectie JenV', date: '2025-05-12' },
        identifiers: [{ scheme: 'official-publication', value: 'kst-36704-11' }],
      },
      { title: 'Scan', identifiers: [] },
    ]);
    expect(bundle.documents[1]).not.toHaveProperty('issuer');
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><Project/>', 'xml-forbidden'],
    ['entities without one', '<Project>&a;</Project>', 'xml-broken'],
    ['tags that do not close', '<Project><Sources></Project>', 'xml-broken'],
    ['another root', '<Projekt/>', 'no-project'],
    ['nothing', '', 'xml-broken'],
    ['thousands of levels', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`, 'xml-broken'],
  ])('is refused with %s', (_what, xml, code) => {
    const read = () => readProject(new Map([['project.qde', strToU8(xml)]]), context);
    expect(read).toThrow(expect.objectContaining({ code }));
    expect(() => readProject(new Map([['readme.txt', strToU8(xml)]]), context)).toThrow(
      expect.objectContaining({ code: 'no-project' }),
    );
  });
});

describe('a codebook file', () => {
  it('comes back as it was, with merged and retired concepts', () => {
    const changed = defaultCodebook.concepts.map((concept): Concept => {
      if (concept.id === 'rest-period') return { ...concept, mergedInto: 'information' };
      return concept.id === 'objection'
        ? { ...concept, retired: true, definition: { nl: '<b>\n"&', en: '' } }
        : concept;
    });
    const codebook = { ...defaultCodebook, concepts: changed };
    const read = readCodebookFile(writeCodebookFile(codebook, settings), context);
    expect(read.groups).toEqual(codebook.groups);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect([...read.concepts].sort(byId)).toEqual([...changed].sort(byId));
  });

  it('is refused when a concept leads back to itself', () => {
    const [a, b] = ['information', 'rest-period'];
    const concepts = defaultCodebook.concepts.map((concept) => {
      const into = concept.id === a ? b : concept.id === b ? a : undefined;
      return into ? { ...concept, mergedInto: into } : concept;
    });
    const file = writeCodebookFile({ ...defaultCodebook, concepts }, settings);
    expect(() => readCodebookFile(file, context)).toThrow(
      expect.objectContaining({ code: 'codebook-cycle' }),
    );
  });
});

describe('the parts of a project', () => {
  it('are well-formed whatever stands in them', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (title) => {
      const parts = writeProject({ ...toProject([]), title }, settings);
      expect(readXml(strFromU8(strToU8(parts.get('project.qde') ?? ''))).name).toBe('Project');
    });
    fc.assert(property, { numRuns: 30 });
  });
});
