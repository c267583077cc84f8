import { z } from 'zod';
import { textSchema, uuidSchema } from '../annotation/index.ts';

export const speakerKinds = [
  'government',
  'executive',
  'parliament',
  'court',
  'advisory',
  'inspectorate',
  'ombuds',
  'ngo',
  'lawyer',
  'academic',
  'press',
  'applicant',
  'other',
] as const;
export type SpeakerKind = (typeof speakerKinds)[number];

/** Somebody who claims something: an entry of the dossier's authority list. */
export const speakerSchema = z.object({
  id: uuidSchema,
  name: textSchema(200, 1),
  aliases: z.array(textSchema(200, 1)),
  kind: z.enum(speakerKinds),
  parent: uuidSchema.optional(),
  /** Set when this entry was merged into another one, which then speaks for it. */
  mergedInto: uuidSchema.optional(),
});
export type Speaker = z.infer<typeof speakerSchema>;

/** Speakers that a new dossier starts with (codebook.md). */
export const defaultSpeakers: readonly { name: string; kind: SpeakerKind; aliases?: readonly string[] }[] = [
  { name: 'IND', kind: 'executive', aliases: ['Immigratie- en Naturalisatiedienst'] },
  { name: 'Minister van Asiel en Migratie', kind: 'government' },
  { name: 'Regering', kind: 'government' },
  { name: 'Inspectie Justitie en Veiligheid', kind: 'inspectorate', aliases: ['Inspectie JenV'] },
  { name: 'Afdeling advisering van de Raad van State', kind: 'advisory' },
  { name: 'Afdeling bestuursrechtspraak van de Raad van State', kind: 'court', aliases: ['ABRvS'] },
  { name: 'Raad voor de rechtspraak', kind: 'advisory', aliases: ['RvdR'] },
  { name: 'Rechtspraak', kind: 'court' },
  { name: 'Rechtbank Den Haag', kind: 'court' },
  { name: 'Hof van Justitie van de Europese Unie', kind: 'court', aliases: ['HvJEU', 'HvJ EU'] },
  { name: 'EHRM', kind: 'court', aliases: ['Europees Hof voor de Rechten van de Mens'] },
  { name: 'Algemene Rekenkamer', kind: 'inspectorate' },
  { name: 'Nationale ombudsman', kind: 'ombuds' },
  { name: 'Kinderombudsman', kind: 'ombuds' },
  { name: 'Tijdelijke commissie Grondrechten en Constitutionele toetsing', kind: 'parliament' },
  { name: 'Tweede Kamer', kind: 'parliament' },
  { name: 'Eerste Kamer', kind: 'parliament' },
  { name: 'COA', kind: 'executive', aliases: ['Centraal Orgaan opvang asielzoekers'] },
  { name: 'Dienst Terugkeer en Vertrek', kind: 'executive', aliases: ['DT&V'] },
  { name: 'Nidos', kind: 'executive' },
  { name: 'VluchtelingenWerk Nederland', kind: 'ngo', aliases: ['VluchtelingenWerk', 'VWN'] },
  { name: 'Asieladvocatuur', kind: 'lawyer' },
  { name: 'Asielzoekers', kind: 'applicant' },
];
