import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { defaultCodebook } from '@waarborg/shared/codebook';
import type { Speaker } from '@waarborg/shared/dossier';
import type { DossierContent } from '@waarborg/shared/matrix';

/*
 * A dossier of two documents for the tests of the pages: just enough to be contested, mixed, denied,
 * unread and read in vain. The tests count it with the real functions.
 */

function uuid(number: number): string {
  return `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const [minister, council, lawyers] = [
  { id: uuid(1), name: 'Minister', aliases: [], kind: 'government' },
  { id: uuid(2), name: 'Raad voor de rechtspraak', aliases: ['RvdR'], kind: 'advisory' },
  { id: uuid(3), name: 'Asieladvocatuur', aliases: [], kind: 'lawyer' },
] as const satisfies Speaker[];

export const [memorandum, advice] = [uuid(11), uuid(12)] as const;

type Said = Pick<Coding, 'safeguard' | 'measure' | 'impact' | 'direction'> & Partial<Coding>;

function passage(number: number, document: string, exact: string, ...said: Said[]): Annotation {
  return {
    id: uuid(100 + number),
    document,
    source: `https://example.org/${document}`,
    ranges: [{ exact }],
    codings: said.map((coding, index) => ({
      id: uuid(1000 + number * 10 + index),
      basis: 'finding',
      speaker: minister.id,
      status: 'accepted',
      ...coding,
    })),
    creator: { id: 'anna', name: 'Anna' },
    created: '2026-05-12T09:00:00Z',
    modified: '2026-05-12T09:00:00Z',
    revision: number,
  };
}

const abolished = { safeguard: 'voornemen', measure: 'abolished' } as const;
const restricted = { safeguard: 'rest-period', measure: 'restricted' } as const;

/** Voornemen is abolished: the minister says it saves time, two others that it costs the courts time. */
export const smallDossier: DossierContent = {
  codebook: defaultCodebook,
  speakers: [minister, council, lawyers],
  documents: [memorandum, advice].map((id, index) => ({
    id,
    sourceType: 'other' as const,
    title: `Stuk ${index + 1}`,
    addresses: [],
    identifiers: [],
    aliases: [],
    revision: 1,
  })),
  annotations: [
    passage(1, memorandum, 'Het scheelt drie weken.', {
      ...abolished,
      impact: 'duration',
      direction: 'favourable',
    }),
    passage(2, memorandum, 'De rechter krijgt minder zaken.', {
      ...abolished,
      impact: 'court-workload',
      direction: 'favourable',
    }),
    passage(3, advice, 'De rechter krijgt 2.400 zaken meer.', {
      ...abolished,
      impact: 'court-workload',
      direction: 'unfavourable',
      speaker: council.id,
    }),
    passage(4, advice, 'Fouten komen pas bij de rechter aan het licht.', {
      ...abolished,
      impact: 'court-workload',
      direction: 'unfavourable',
      speaker: lawyers.id,
    }),
    passage(5, memorandum, 'De raad verwacht 2.400 zaken meer.', {
      ...abolished,
      impact: 'court-workload',
      direction: 'unfavourable',
      speaker: council.id,
      reportedBy: minister.id,
    }),
    passage(6, advice, 'De rusttermijn wordt korter.', {
      ...restricted,
      impact: 'applicant',
      direction: 'unclear',
    }),
  ],
  links: [{ id: uuid(50), from: uuid(103), to: uuid(105), kind: 'repeats' }],
  readings: ['voornemen', 'rest-period', 'minors'].map((safeguard) => ({
    document: memorandum,
    reviewer: 'anna',
    safeguard,
    at: '2026-05-12T10:00:00Z',
  })),
};
