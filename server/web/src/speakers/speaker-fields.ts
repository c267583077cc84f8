import { type KeptSpeaker, type SpeakerUpdate, speakerUpdateSchema } from '@waarborg/shared/dossier';
import type { Fields } from '../edits/field-edit.ts';

/** What is said of a speaker: aliases on one line, with a semicolon between them; the parent by its id. */
export type SpeakerField = 'name' | 'aliases' | 'kind' | 'parent';

/** A speaker in fields; without one, those of a speaker that is to be added. */
export function toFields(speaker: KeptSpeaker | undefined): Fields<SpeakerField> {
  const { name = '', aliases = [], kind = 'other', parent = '' } = speaker ?? {};
  return { name, aliases: aliases.join('; '), kind, parent };
}

/** What was typed: a change, or the field that is wrong. */
export type ReadSpeaker =
  | { readonly update: SpeakerUpdate; readonly wrong?: never }
  | { readonly update?: never; readonly wrong: 'name' | 'aliases' };

/** Reads what was typed. */
export function readFields({ name, aliases, kind, parent }: Fields<SpeakerField>): ReadSpeaker {
  const parsed = speakerUpdateSchema.safeParse({
    name: name.trim(),
    aliases: aliases
      .split(';')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    kind,
    ...(parent === '' ? {} : { parent }),
  });
  if (parsed.success) return { update: parsed.data };
  return { wrong: name.trim() === '' ? 'name' : 'aliases' };
}
