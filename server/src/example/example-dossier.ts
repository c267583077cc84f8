import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  codingDraftSchema,
  conceptIdSchema,
  passageRangeSchema,
  statuses,
} from '@waarborg/shared/annotation';
import {
  documentDateSchema,
  documentIdentifierSchema,
  linkKinds,
  sourceTypes,
  speakerKinds,
} from '@waarborg/shared/dossier';
import { z } from 'zod';
import { serverFolder } from '../server-folder.ts';

const keySchema = z.string().regex(/^[a-z0-9-]+$/);
const nameSchema = z.string().min(1);
/**
 * The example dossier as it is written down in `server/example/dossier.json`.
 *
 * Documents, passages and reviewers are named by a `key` of the file; speakers by their name,
 * in `speakers` or in the list that every dossier starts with. Nothing else is allowed in it,
 * so that a misspelt property is found.
 */
const exampleDossierSchema = z.strictObject({
  slug: keySchema,
  title: nameSchema,
  reviewers: z.array(z.strictObject({ key: keySchema, name: nameSchema.optional() })),
  documents: z.array(
    z.strictObject({
      key: keySchema,
      file: z.string().endsWith('.html'),
      sourceType: z.enum(sourceTypes),
      title: nameSchema,
      issuer: nameSchema,
      date: documentDateSchema,
      identifiers: z.array(documentIdentifierSchema).optional(),
      /** Whether its text is kept, as it is of a paper in which somebody codes. */
      isTextKept: z.literal(true).optional(),
    }),
  ),
  speakers: z.array(
    z.strictObject({
      name: nameSchema,
      kind: z.enum(speakerKinds),
      aliases: z.array(nameSchema).optional(),
      parent: nameSchema.optional(),
    }),
  ),
  passages: z.array(
    z.strictObject({
      key: keySchema,
      document: keySchema,
      ranges: z
        .array(z.strictObject(passageRangeSchema.shape).required({ prefix: true, suffix: true }))
        .min(1),
      reviewer: keySchema,
      created: z.iso.datetime(),
      note: nameSchema.optional(),
      codings: z
        .array(
          z.strictObject({
            ...codingDraftSchema.omit({ id: true }).shape,
            speaker: nameSchema,
            status: z.enum(statuses),
            reason: nameSchema.optional(),
          }),
        )
        .min(1),
    }),
  ),
  links: z.array(z.strictObject({ from: keySchema, to: keySchema, kind: z.enum(linkKinds) })),
  readings: z.array(
    z.strictObject({
      document: keySchema,
      reviewer: keySchema,
      safeguards: z.union([z.literal('all'), z.array(conceptIdSchema)]),
    }),
  ),
});
export type ExampleDossier = z.infer<typeof exampleDossierSchema>;

/** Where the dossier and its documents lie. */
const exampleDirectory = join(serverFolder, 'example');

/** Text of a file of the example, such as a document's `file`. Throws if there is none. */
export function readExampleFile(file: string): string {
  return readFileSync(join(exampleDirectory, file), 'utf8');
}

/** The example dossier. Throws if the file does not keep to its form; whether it is true to the documents is tested. */
export function readExampleDossier(): ExampleDossier {
  return exampleDossierSchema.parse(JSON.parse(readExampleFile('dossier.json')));
}
