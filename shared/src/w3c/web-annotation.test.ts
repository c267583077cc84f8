import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, codingSchema, quantitySchema, sectionSchema } from '../annotation/index.ts';
import {
  countCodePoints,
  fromCodePoints,
  fromWebAnnotation,
  toCodePoints,
  toWebAnnotation,
  waarborgContextDocument,
  withoutTarget,
} from './index.ts';

const annotation: Annotation = {
  id: '0190a3c0-0000-7000-8000-000000000001',
  document: '0190a3c0-0000-7000-8000-000000000002',
  source: 'https://zoek.officielebekendmakingen.nl/kst-36704-11.html',
  ranges: [
    {
      exact: 'Het voornemen vervalt 🙂.',
      prefix: 'artikel 39. ',
      suffix: ' Dat',
      start: 12,
      end: 37,
      astralBefore: 1,
      page: 3,
    },
  ],
  codings: [
    {
      id: '0190a3c0-0000-7000-8000-000000000003',
      safeguard: 'voornemen',
      measure: 'abolished',
      stage: 'proposed',
      impact: 'cost',
      direction: 'favourable',
      basis: 'figure',
      quantity: { value: 660000, to: 800000, unit: 'EUR', period: 'P1Y' },
      speaker: '0190a3c0-0000-7000-8000-000000000004',
      status: 'draft',
    },
  ],
  note: 'Zie ook de nota.',
  creator: { id: 'u1', name: 'Noor' },
  created: '2026-05-12T09:00:00.000Z',
  modified: '2026-05-12T09:00:00.000Z',
  revision: 3,
};
const settings = { server: 'https://waarborg.example', dossier: 'asiel', speakerName: () => 'IND' };

describe('toWebAnnotation', () => {
  const json = toWebAnnotation(annotation, settings);

  it('counts positions in code points', () => {
    expect(json).toMatchObject({
      target: {
        source: annotation.source,
        selector: [
          { type: 'TextQuoteSelector', exact: annotation.ranges[0]?.exact },
          { type: 'TextPositionSelector', start: 11, end: 35 },
          { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: 'page=3' },
        ],
      },
    });
  });

  it('names the speaker and the concept', () => {
    expect(json.body).toMatchObject([
      {
        type: ['SpecificResource', 'Coding'],
        source: 'https://waarborg.example/codebook/asiel/voornemen',
        speaker: 'IND',
      },
      { type: 'TextualBody', value: 'Zie ook de nota.' },
    ]);
  });

  it('gives back what somebody else sent along, and moves a foreign id to via', () => {
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://elsewhere.example/1',
      type: 'Annotation',
      rights: 'https://creativecommons.org/licenses/by/4.0/',
      creator: 'https://elsewhere.example/people/1',
      body: [
        { type: ['SpecificResource', 'Coding'], safeguard: 'voornemen', 'x:weight': 2 },
        { type: 'TextualBody', purpose: 'tagging', value: 'urgent' },
      ],
      target: 'https://zoek.officielebekendmakingen.nl/kst-36704-11.html',
    };
    const back = toWebAnnotation(annotation, { ...settings, foreign: JSON.stringify(foreign) });
    expect(back).toMatchObject({
      id: `https://waarborg.example/annotations/asiel/${annotation.id}`,
      via: 'https://elsewhere.example/1',
      rights: foreign.rights,
      creator: foreign.creator,
      target: foreign.target,
    });
    expect(back.body).toContainEqual({ type: 'TextualBody', purpose: 'tagging', value: 'urgent' });
    expect(back.body).toContainEqual(expect.objectContaining({ 'x:weight': 2, speaker: 'IND' }));
  });
});

it('explains its own words where somebody else did not, and leaves theirs their meaning', () => {
  const [standard, own] = ['http://www.w3.org/ns/anno.jsonld', 'https://waarborg.example/ns/waarborg.jsonld'];
  const theirs = { number: 'https://elsewhere.example/number' };
  const contextOf = (of: Annotation, context: unknown) =>
    toWebAnnotation(of, {
      ...settings,
      foreign: JSON.stringify({ '@context': context, type: 'Annotation', target: 'https://example.org/' }),
    })['@context'];
  expect(contextOf(annotation, standard)).toEqual([standard, own]);
  expect(contextOf(annotation, [standard, theirs])).toEqual([standard, own, theirs]);
  expect(contextOf(annotation, [standard, theirs, own])).toEqual([standard, theirs, own]);
  expect(contextOf({ ...annotation, codings: [] }, standard)).toBe(standard);
});

it('says what each of its own terms means', () => {
  const { '@context': context } = waarborgContextDocument('https://waarborg.example') as Record<
    string,
    object
  >;
  const sections = sectionSchema.options.flatMap(({ shape }) => Object.keys(shape));
  const terms = [...Object.keys(codingSchema.shape), ...Object.keys(quantitySchema.shape), ...sections];
  // `id` is JSON-LD's, and `value` is explained by the context of annotations.
  const own = terms.filter((term) => !['id', 'value'].includes(term));
  expect(Object.keys(context ?? {})).toEqual(expect.arrayContaining([...own, 'Coding', 'section', 'gone']));
});

describe('the bodies of somebody else', () => {
  const bare: Annotation = { ...annotation, codings: [], note: undefined };
  const back = (of: Annotation, foreign: object) =>
    toWebAnnotation(of, { ...settings, foreign: JSON.stringify(foreign) });
  const tag = { type: 'TextualBody', purpose: 'tagging', value: 'urgent' };

  it.each([
    ['an address', 'https://example.org/post'],
    ['an address in a list', ['https://example.org/post']],
    ['one object', tag],
    ['addresses and objects', ['https://example.org/1', tag, 'https://example.org/2']],
  ])('come back as %s', (_what, body) => {
    expect(back(bare, { body }).body).toEqual(body);
  });

  it('keep their places beside ours', () => {
    const coding = { type: ['SpecificResource', 'Coding'], safeguard: 'voornemen' };
    expect(back(annotation, { body: ['https://example.org/1', coding, tag] }).body).toMatchObject([
      { value: annotation.note },
      'https://example.org/1',
      { safeguard: 'voornemen', speaker: 'IND' },
      tag,
    ]);
  });

  it('say no part of a coding that was taken away here', () => {
    const { note: _, ...silent } = annotation;
    const sent = {
      type: ['SpecificResource', 'Coding'],
      safeguard: 'voornemen',
      reportedBy: 'X',
      'x:weight': 2,
    };
    const [body] = back(silent, { body: [sent] }).body as object[];
    expect(body).toHaveProperty('x:weight', 2);
    expect(body).not.toHaveProperty('reportedBy');
  });

  it('are not there where there are none', () => {
    expect(back(bare, {})).not.toHaveProperty('body');
    expect(back(bare, { body: [] })).not.toHaveProperty('body');
  });

  it('stand in bodyValue alone, or as the textual body that it stands for', () => {
    expect(back(bare, { bodyValue: 'x' })).toMatchObject({ bodyValue: 'x' });
    expect(back(bare, { bodyValue: 'x' })).not.toHaveProperty('body');
    const both = back(annotation, { bodyValue: 'x' });
    expect(both).not.toHaveProperty('bodyValue');
    expect(both.body).toContainEqual({ type: 'TextualBody', value: 'x', format: 'text/plain' });
  });

  it('come from all places where the annotation was', () => {
    const id = 'https://elsewhere.example/2';
    expect(back(bare, { id, via: 'https://first.example/1' }).via).toEqual(['https://first.example/1', id]);
    expect(back(bare, { id, via: [id] }).via).toEqual([id]);
    expect(back(bare, { id }).via).toBe(id);
    const own = `https://waarborg.example/annotations/asiel/${annotation.id}`;
    expect(back(bare, { id: own, via: id }).via).toBe(id);
  });
});

describe('fromWebAnnotation', () => {
  const incoming = (changes: object) =>
    fromWebAnnotation({ ...toWebAnnotation(annotation, settings), ...changes });

  it('reads what toWebAnnotation writes', () => {
    const text = `🙂artikel 39${annotation.ranges[0]?.exact}`;
    const result = fromWebAnnotation(toWebAnnotation(annotation, settings), text);
    const { status: _, ...coding } = annotation.codings[0] ?? ({} as never);
    expect(result).toEqual({
      ok: true,
      value: {
        id: undefined,
        origin: 'https://waarborg.example/annotations/asiel/0190a3c0-0000-7000-8000-000000000001',
        source: annotation.source,
        mediaType: annotation.ranges.some(({ page }) => page) ? 'application/pdf' : 'text/html',
        ranges: annotation.ranges,
        codings: [{ ...coding, speaker: 'IND' }],
        note: annotation.note,
      },
    });
  });

  it.each([
    [{ '@context': 'http://example.org' }, '@context'],
    [{ type: 'Note' }, 'type'],
    [{ target: undefined }, 'target'],
    [{ target: 'https://example.org/' }, 'target[0]'],
    [{ id: 'geen adres' }, 'id'],
    [
      { target: { source: 'https://example.org/', selector: { type: 'SvgSelector' } } },
      'target.selector.value',
    ],
    [{ target: { source: 'javascript:alert(1)', selector: 'https://example.org/s' } }, 'target.source'],
    [{ target: { source: 'https://example.org/', selector: [] } }, 'target.selector'],
    [
      { body: { type: 'Coding', safeguard: 'voornemen', direction: 'good', basis: 'norm' } },
      'body[0].direction',
    ],
  ])('says where %j is wrong', (changes, path) => {
    expect(incoming(changes)).toMatchObject({ ok: false, errors: [{ path }] });
  });

  it('proposes the UUID of a URN and no other id', () => {
    const id = '0190a3c0-0000-7000-8000-00000000000a';
    expect(incoming({ id: `urn:uuid:${id}` })).toMatchObject({ ok: true, value: { id } });
    expect(incoming({ id: 'https://elsewhere.example/1' })).toMatchObject({
      ok: true,
      value: { id: undefined },
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => typeof fromWebAnnotation(json).ok === 'boolean'));
  });
});

describe('code points', () => {
  it('convert to code units and back in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (before, exact) => {
          const position = fromCodePoints(countCodePoints(before), exact, before + exact);
          expect(position?.start).toBe(before.length);
          expect(toCodePoints({ exact, ...position })).toEqual({
            start: countCodePoints(before),
            end: countCodePoints(before) + countCodePoints(exact),
          });
        },
      ),
    );
  });
});

describe('a passage that is confirmed to be gone', () => {
  const gone = '2026-06-01T09:00:00.000Z';

  it('says when, and is understood again', () => {
    const json = toWebAnnotation({ ...annotation, gone }, settings);
    expect(json.gone).toBe(gone);
    expect(fromWebAnnotation(json)).toMatchObject({ ok: true, value: { gone } });
  });

  it('says nothing any more once that is taken back, whatever somebody else sent', () => {
    const foreign = JSON.stringify({ gone });
    expect(toWebAnnotation(annotation, { ...settings, foreign })).not.toHaveProperty('gone');
  });

  it('leaves a property of others with that name alone', () => {
    const foreign = JSON.stringify({ gone: 'fishing' });
    const json = toWebAnnotation(annotation, { ...settings, foreign });
    expect(json.gone).toBe('fishing');
    expect(fromWebAnnotation(json)).toMatchObject({ ok: true, value: { gone: undefined } });
  });
});

it('a passage that was marked anew is where we say, not where somebody else said', () => {
  const foreign = JSON.stringify({ target: 'https://elders.example/', rights: 'CC0' });
  const json = toWebAnnotation(annotation, { ...settings, foreign: withoutTarget(foreign) });
  expect(json).toMatchObject({ rights: 'CC0', target: { source: annotation.source } });
});
