import type { Annotation, Coding, PassageRange } from '@waarborg/shared/annotation';
import type { Selectable } from 'kysely';
import type { Database } from '../database/index.ts';

/** An annotation as the log keeps it: with the text in which somebody else sent it. */
export type LoggedAnnotation = Annotation & { readonly foreign?: string };

/** An annotation's row with its creator's name. */
export type AnnotationRow = Selectable<Database['annotation']> & { creator_name: string };
/** A row of a coding. */
export type CodingRow = Selectable<Database['coding']>;

/** Leaves out what is null: an absent field is absent, not null. */
function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as never;
}

function toCoding(row: CodingRow): Coding {
  return present({
    id: row.id,
    safeguard: row.safeguard,
    measure: row.measure as Coding['measure'],
    stage: row.stage as Coding['stage'],
    impact: row.impact,
    direction: row.direction as Coding['direction'],
    basis: row.basis as Coding['basis'],
    speaker: row.speaker_id,
    reportedBy: row.reported_by_id,
    provision: row.provision,
    quantity: row.quantity === null ? null : (JSON.parse(row.quantity) as Coding['quantity']),
    status: row.status as Coding['status'],
    reason: row.reason,
  }) as Coding;
}

/** An annotation from its rows. */
export function toAnnotation(row: AnnotationRow, codings: readonly CodingRow[]): Annotation {
  return present({
    id: row.id,
    document: row.document_id,
    source: row.source,
    rendition: row.rendition_id,
    ranges: JSON.parse(row.ranges) as PassageRange[],
    codings: codings.map(toCoding),
    note: row.note,
    gone: row.gone,
    creator: { id: row.creator_id, name: row.creator_name },
    created: row.created,
    modified: row.modified,
    revision: row.revision,
  }) as Annotation;
}

/** The rows of an annotation's codings. */
export function toCodingRows(dossier: string, { id, codings }: Annotation) {
  return codings.map((coding, position) => ({
    id: coding.id,
    annotation_id: id,
    dossier_id: dossier,
    position,
    safeguard: coding.safeguard,
    measure: coding.measure ?? null,
    stage: coding.stage ?? null,
    impact: coding.impact ?? null,
    direction: coding.direction,
    basis: coding.basis,
    speaker_id: coding.speaker,
    reported_by_id: coding.reportedBy ?? null,
    provision: coding.provision ?? null,
    quantity: coding.quantity ? JSON.stringify(coding.quantity) : null,
    status: coding.status,
    reason: coding.reason ?? null,
  }));
}

/** An annotation's row but for what never changes of it. */
export function toRow(annotation: LoggedAnnotation) {
  return {
    document_id: annotation.document,
    source: annotation.source,
    rendition_id: annotation.rendition ?? null,
    ranges: JSON.stringify(annotation.ranges),
    note: annotation.note ?? null,
    gone: annotation.gone ?? null,
    creator_id: annotation.creator.id,
    created: annotation.created,
    modified: annotation.modified,
    revision: annotation.revision,
    foreign_json: annotation.foreign ?? null,
  };
}
