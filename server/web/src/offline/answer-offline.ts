import type { CellResponse, MatrixResponse } from '@waarborg/shared/api';
import type { OfflineDossier } from '@waarborg/shared/exchange';
import {
  buildMatrix,
  cellParts,
  indexDossier,
  type MatrixIndex,
  readCell,
  type WantedClaims,
  withFoundElsewhere,
} from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { parseView } from '../matrix-view/view.ts';

/** Answers a path of the API from what the file carries; undefined for what it does not have. */
export type AnswerOffline = (path: string, language: Language) => unknown;

function matrixOf(
  content: OfflineDossier,
  index: MatrixIndex,
  search: string,
  language: Language,
): MatrixResponse {
  const { rows, columns, filters, fold } = parseView(search);
  const names = content.annotations.map(({ creator }) => [creator.id, creator.name] as const);
  const query = { rows, columns, filters, folded: fold, language, reviewerNames: new Map(names) };
  const { revision } = content.dossier;
  const matrix = withFoundElsewhere(buildMatrix(index, query), query, content.elsewhere ?? []);
  return structuredClone({ revision, ...matrix }) as MatrixResponse;
}

function wantedClaims(asked: URLSearchParams): WantedClaims {
  const numberOf = (name: string) => (asked.has(name) ? Number(asked.get(name)) : undefined);
  return {
    first: numberOf('first'),
    each: numberOf('each'),
    part: cellParts.find((part) => part === asked.get('part')),
    by: asked.get('by') ?? undefined,
    cursor: numberOf('cursor') ?? 0,
    limit: numberOf('limit') ?? Number.POSITIVE_INFINITY,
  };
}

function cellOf(
  content: OfflineDossier,
  index: MatrixIndex,
  search: string,
  language: Language,
): CellResponse {
  const { rows, columns, filters, selection = {} } = parseView(search);
  const query = { rows, columns, filters, language };
  const { claims, ...told } = readCell(index, query, selection, wantedClaims(new URLSearchParams(search)));
  const ids = new Set(claims.flatMap(({ places }) => places.map(({ annotation }) => annotation)));
  const annotations = content.annotations.filter(({ id }) => ids.has(id));
  const links = content.links.filter(({ from, to }) => ids.has(from) || ids.has(to));
  const others = new Set(links.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)));
  const linked = content.annotations.filter(({ id }) => others.has(id));
  const { revision } = content.dossier;
  return structuredClone({
    revision,
    claims,
    annotations,
    links,
    linked,
    ...told,
  }) as CellResponse;
}

/** The answers that the server would give, by the same counting. */
export function createOfflineAnswers(content: OfflineDossier): AnswerOffline {
  const { dossier, codebook, speakers, documents, readings } = content;
  const index = indexDossier(content);
  const lists: Readonly<Record<string, unknown>> = {
    codebook,
    speakers: { speakers },
    documents: { documents },
    readings: { readings },
  };
  return (path, language) => {
    const [pathname = '', search = ''] = path.split(/(?=\?)/u);
    if (pathname === '/dossiers') return { dossiers: [dossier] };
    const part = pathname.replace(`/dossiers/${dossier.slug}/`, '');
    if (part === 'matrix') return matrixOf(content, index, search, language);
    if (part === 'matrix/cell') return cellOf(content, index, search, language);
    return lists[part];
  };
}
