import { z } from 'zod';
import { maxSpeakerNameLength, nameSchema, textSchema, uuidSchema } from '../annotation/index.ts';

/** What the kinds of speaker are. */
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

/** Most aliases of one speaker. */
const maxAliases = 50;

/** Names are compared without regard to case, width and space around them. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

const speakerNameSchema = nameSchema(maxSpeakerNameLength);

const speakerFields = {
  name: speakerNameSchema,
  /** Other names for the same speaker. No name of a dossier, alias or not, is that of two speakers. */
  aliases: z.array(speakerNameSchema).max(maxAliases),
  kind: z.enum(speakerKinds),
  /** The speaker of which this one is a part. */
  parent: uuidSchema.optional(),
};

/** What can be changed of a speaker. */
export const speakerUpdateSchema = z
  .object(speakerFields)
  .refine(({ name, aliases }) => new Set([name, ...aliases].map(foldName)).size === aliases.length + 1, {
    path: ['aliases'],
    message: 'are different names',
  });
export type SpeakerUpdate = z.infer<typeof speakerUpdateSchema>;

/** A speaker as a client adds it. The client makes the id (UUIDv7). */
export const speakerDraftSchema = speakerUpdateSchema.safeExtend({ id: uuidSchema });
export type SpeakerDraft = z.infer<typeof speakerDraftSchema>;

/** Somebody who claims something: an entry of the dossier's authority list. */
export const speakerSchema = z.object({
  id: uuidSchema,
  ...speakerFields,
  aliases: z.array(textSchema(maxSpeakerNameLength, 1)),
  name: textSchema(maxSpeakerNameLength, 1),
  /** Set when this entry was merged into another one, which then speaks for it. */
  mergedInto: uuidSchema.optional(),
});
export type Speaker = z.infer<typeof speakerSchema>;

/** A speaker with its version. */
export const keptSpeakerSchema = speakerSchema.extend({
  /** Revision of the dossier in which it was last changed; its ETag is made of it. */
  revision: z.int().positive(),
});
export type KeptSpeaker = z.infer<typeof keptSpeakerSchema>;

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
