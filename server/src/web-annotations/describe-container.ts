import { annotationContext } from '@waarborg/shared/w3c';
import { platformContext } from './contexts.ts';

/** Annotations of a page. */
export const pageSize = 100;

/** What is known of a container without looking at its annotations. */
export interface Container {
  /** Its address, with a slash at the end. */
  readonly address: string;
  readonly label: string;
  /** Number of annotations. */
  readonly total: number;
  /** When any of them was last changed; absent where there never was one. */
  readonly modified?: string | undefined;
  /** Whether its pages hold only the addresses of annotations. */
  readonly isIris: boolean;
}

/** How many pages a container has: one where it is empty. */
export function countPages({ total }: Container): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/** Address of the container as it is with its preference, which its pages share. */
export function containerAddress({ address, isIris }: Container): string {
  return `${address}?iris=${isIris ? 1 : 0}`;
}

function pageAddress(container: Container, page: number): string {
  return `${containerAddress(container)}&page=${page}`;
}

function describeCollection(container: Container): object {
  const { label, total, modified } = container;
  return { id: containerAddress(container), label, total, ...(modified ? { modified } : {}) };
}

/** A page of annotations, or of their addresses; `page` counts from 0. */
export function describePage(container: Container, page: number, items: readonly unknown[]): object {
  const pages = countPages(container);
  return {
    '@context': annotationContext,
    id: pageAddress(container, page),
    type: 'AnnotationPage',
    partOf: describeCollection(container),
    startIndex: page * pageSize,
    ...(page > 0 ? { prev: pageAddress(container, page - 1) } : {}),
    ...(page < pages - 1 ? { next: pageAddress(container, page + 1) } : {}),
    items,
  };
}

/** The container; with `items` its first page is part of it, otherwise linked. */
export function describeContainer(container: Container, items?: readonly unknown[]): object {
  const {
    '@context': _,
    partOf: __,
    ...embedded
  } = items ? (describePage(container, 0, items) as Record<string, unknown>) : {};
  return {
    '@context': [annotationContext, platformContext],
    ...describeCollection(container),
    type: ['BasicContainer', 'AnnotationCollection'],
    ...(container.total > 0
      ? {
          first: items ? embedded : pageAddress(container, 0),
          last: pageAddress(container, countPages(container) - 1),
        }
      : {}),
  };
}
