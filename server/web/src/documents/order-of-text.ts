import type { Annotation } from '@waarborg/shared/annotation';

/** Passages of a document as its text goes: by copy, and in a copy by place; those without a place come last, as made. */
export function inOrderOfText(annotations: readonly Annotation[]): Annotation[] {
  const placeOf = ({ ranges }: Annotation) => ranges[0]?.start ?? Number.POSITIVE_INFINITY;
  const pageOf = ({ ranges }: Annotation) => ranges[0]?.page ?? 0;
  return annotations.toSorted((one, other) => {
    if (one.source !== other.source) return one.source < other.source ? -1 : 1;
    const byPlace = placeOf(one) - placeOf(other);
    // Two places without end differ by nothing that is a number.
    return byPlace || pageOf(one) - pageOf(other) || one.created.localeCompare(other.created);
  });
}
