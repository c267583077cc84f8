import { speakersOf } from '@waarborg/shared/annotation';
import { annotationAddress, toWebAnnotation } from '@waarborg/shared/w3c';
import type { Access } from '../accounts/authenticate.ts';
import type { StoredAnnotation } from '../annotations/annotation-store.ts';
import type { Executor } from '../database/index.ts';
import { listSpeakerNames } from '../speakers/speaker-store.ts';

type Dossier = Access['dossier'];

/** Writes annotations of dossiers as Web Annotations, with the properties that somebody else gave them. */
export type AnnotationWriter = ReturnType<typeof createAnnotationWriter>;

/** Makes what writes annotations; `publicUrl`, without slash at the end, begins their addresses. */
export function createAnnotationWriter(database: Executor, publicUrl: string) {
  const write = (
    { slug }: Dossier,
    { annotation, foreign }: StoredAnnotation,
    names: ReadonlyMap<string, string> = new Map(),
  ) => {
    const speakerName = (id: string) => names.get(id) ?? id;
    return toWebAnnotation(annotation, { server: publicUrl, dossier: slug, speakerName, foreign });
  };
  return {
    addressOf: ({ slug }: Dossier, id: string) => annotationAddress(publicUrl, slug, id),
    /** A speaker without a name in `names` is named by id. */
    write,
    /** Several, with the names of those who speak in them. */
    async writeNamed(dossier: Dossier, annotations: readonly StoredAnnotation[]) {
      const codings = annotations.flatMap(({ annotation }) => annotation.codings);
      const names = await listSpeakerNames(database, dossier.id, speakersOf(codings));
      return annotations.map((one) => write(dossier, one, names));
    },
  };
}
