import { describe, expect, it } from 'vitest';
import { defaultCodebook } from '../../codebook/index.ts';
import { createVocabulary } from '../index.ts';
import { type HistoryItem, itemChanges, itemTitle, mainItem } from './describe-item.ts';
import type { HistoryNames } from './history-names.ts';
import { obstacleWords } from './obstacle-words.ts';

const ind = '018f0000-0000-7000-8000-000000000001';
const paper = '018f0000-0000-7000-8000-000000000002';
const passage = '018f0000-0000-7000-8000-000000000003';
const coding = {
  ...{ id: '018f0000-0000-7000-8000-000000000004', safeguard: 'voornemen', measure: 'abolished' },
  ...{ impact: 'duration', direction: 'favourable', basis: 'expectation', speaker: ind, status: 'draft' },
};
const names: HistoryNames = {
  vocabulary: createVocabulary(
    defaultCodebook,
    [{ id: ind, name: 'IND', aliases: [], kind: 'executive' }],
    'nl',
  ),
  documents: new Map([[paper, { title: 'Memorie van toelichting' }]]),
  groups: new Map(),
  people: new Map([['anna', 'Anna']]),
};
const state = {
  id: passage,
  document: paper,
  ranges: [{ exact: 'Het voornemen vervalt.' }],
  codings: [coding],
};

function changed(fields: HistoryItem['fields'], item: Partial<HistoryItem> = {}): HistoryItem {
  return { kind: 'annotation', id: passage, before: state, after: state, fields, ...item };
}

describe('itemTitle', () => {
  it.each([
    [changed([]), 'Passage ‘Het voornemen vervalt.’'],
    [changed([], { kind: 'membership', id: 'anna', after: { role: 'reader' } }), 'Lid ‘Anna’'],
    [
      changed([], { kind: 'reading', after: { document: paper, reviewer: 'anna' } }),
      'Gelezen ‘Memorie van toelichting’, door Anna',
    ],
    [
      changed([], { kind: 'codebook', id: 'concept/x', after: { kind: 'safeguard', label: { nl: 'Tolk' } } }),
      'Waarborg ‘Tolk’',
    ],
    [
      changed([], {
        kind: 'outline-part',
        after: { content: { kind: 'passage', marked: { ranges: [{ exact: 'Een' }, { exact: 'twee.' }] } } },
      }),
      'In een opzet ‘Een […] twee.’',
    ],
    [changed([], { kind: 'outline-part', after: { content: { kind: 'text', text: '' } } }), 'In een opzet'],
  ])('names a thing', (item, title) => {
    expect(itemTitle(item, names)).toBe(title);
  });
});

describe('mainItem', () => {
  it('is what the operation names, else the first', () => {
    const items = [{ kind: 'speaker' as const }, { kind: 'annotation' as const }];
    expect(mainItem({ operation: 'create-annotation', items })?.kind).toBe('annotation');
    expect(mainItem({ operation: 'undo', items })?.kind).toBe('speaker');
    expect(mainItem({ operation: 'create-annotation', items: [] })).toBeUndefined();
  });
});

describe('itemChanges', () => {
  it('tells the words of a comment, and not its id or its place', () => {
    const fields = [
      { field: 'place', before: 'V', after: 'W' },
      { field: 'comments/a/id', after: 'a' },
      { field: 'comments/a/author', after: 'anna' },
      { field: 'comments/a/text', after: 'Klopt dit?' },
    ];
    const part = { kind: 'outline-part' as const, before: {}, after: {} };
    expect(itemChanges(changed(fields, part), names)).toEqual([
      { label: 'Opmerking', before: undefined, after: 'Klopt dit?' },
    ]);
  });

  it('says what became different of a coding, under its name', () => {
    const after = { ...state, codings: [{ ...coding, status: 'accepted' }] };
    const fields = [{ field: `codings/${coding.id}/status`, before: 'draft', after: 'accepted' }];
    expect(itemChanges(changed(fields, { after }), names)).toEqual([
      {
        label: 'Status van ‘Voornemen afgeschaft, de waarborg schaadt doorlooptijd (IND)’',
        before: 'concept',
        after: 'geaccepteerd',
      },
    ]);
  });

  it('says a coding that came as one', () => {
    const fields = Object.entries(coding).map(([field, after]) => ({
      field: `codings/${coding.id}/${field}`,
      after,
    }));
    expect(itemChanges(changed(fields, { before: { ...state, codings: [] } }), names)).toEqual([
      {
        label: 'Codering',
        before: undefined,
        after: 'Voornemen afgeschaft, de waarborg schaadt doorlooptijd (IND)',
      },
    ]);
  });

  it('says that a speaker is gone, and not its id', () => {
    const gone = paper.replace('2', '8');
    const codings = [{ ...coding, speaker: gone }];
    const fields = Object.entries(coding).map(([field, after]) => ({
      field: `codings/${coding.id}/${field}`,
      after,
    }));
    const [told] = itemChanges(
      changed(fields, { before: { ...state, codings: [] }, after: { ...state, codings } }),
      names,
    );
    expect(told?.after).toContain('(een spreker die er niet meer is)');
  });

  it('says names instead of ids, and no field that readers do not know', () => {
    const fields = [
      { field: 'document', before: ind, after: paper },
      { field: 'rendition', after: 'f'.repeat(64) },
    ];
    expect(itemChanges(changed(fields), names)).toEqual([
      { label: 'Document', before: 'een document dat er niet meer is', after: 'Memorie van toelichting' },
    ]);
  });

  it('says all of a thing that came', () => {
    const told = itemChanges(changed([], { before: null }), names);
    expect(told.map(({ label }) => label)).toEqual(['Document', 'Woorden', 'Codering']);
  });
});

describe('obstacleWords', () => {
  const revision = {
    ...{ revision: 3, at: '2026-05-12T10:00:00Z', operation: 'update-annotation', count: 1 },
    items: [changed([])],
  };
  const obstacle = { kind: 'annotation', id: passage };

  it.each([
    [{ field: '' }, 'Passage ‘Het voornemen vervalt.’ is er niet meer.'],
    [
      { field: `codings/${coding.id}/status`, made: 'accepted', now: 'rejected' },
      'Passage ‘Het voornemen vervalt.’: status werd ‘geaccepteerd’, maar is nu ‘teruggestuurd’.',
    ],
    [
      { field: 'note', made: 'Zie noot', now: undefined },
      /: aantekening werd ‘Zie noot’, maar is nu ‘leeg’\.$/u,
    ],
    [{ field: 'document', subject: paper }, /: document ‘Memorie van toelichting’\.$/u],
    [{ field: 'links', subject: paper.replace('2', '9') }, /hangt samen met iets anders: verband\.$/u],
  ])('says %o', (what, sentence) => {
    expect(obstacleWords({ ...obstacle, ...what }, revision, names)).toMatch(sentence);
  });

  it('says of a link that the passages are linked in the same way again', () => {
    const items = [
      { kind: 'link' as const, id: paper, before: { kind: 'supports' }, after: null, fields: [] },
    ];
    const again = { kind: 'link', id: paper, field: '', subject: passage };
    expect(obstacleWords(again, { ...revision, items }, names)).toMatch(/ is er intussen weer\.$/u);
  });
});
