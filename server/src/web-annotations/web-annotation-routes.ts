import { uuidSchema } from '@waarborg/shared/annotation';
import { annotationAddress, annotationContext, toWebAnnotation } from '@waarborg/shared/w3c';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Env } from '../accounts/authenticate.ts';
import { removeAnnotation } from '../annotations/annotation-service.ts';
import { findAnnotation, listAnnotations, type StoredAnnotation } from '../annotations/annotation-store.ts';
import { etagOf, expectedVersion, parseQuery, writerOf } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import { createFromWebAnnotation, updateFromWebAnnotation } from './web-annotation-service.ts';

const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const resourceLink = '<http://www.w3.org/ns/ldp#Resource>; rel="type"';
const containerLinks = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
].join(', ');
const pageSize = 100;
const containerMethods = 'GET, HEAD, OPTIONS, POST';
const annotationMethods = 'GET, HEAD, OPTIONS, PUT, DELETE';

/** Says on OPTIONS what a container and its annotations take; the answer itself is that of CORS. */
export const describeContainer: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    const isContainer = c.req.path.endsWith('/');
    c.header('Allow', isContainer ? containerMethods : annotationMethods);
    if (isContainer) c.header('Accept-Post', annotationType);
  }
  await next();
};

const collectionQuerySchema = z.object({ page: z.string().optional() });

/** The text of a request that says that it is JSON, or says nothing. */
async function readJsonText(c: Context<Env>): Promise<string> {
  const [mediaType = ''] = (c.req.header('content-type') ?? 'application/json').toLowerCase().split(';');
  if (!/^application\/(?:[\w.-]+\+)?json$/u.test(mediaType.trim()))
    throw new ApiError('unsupported-media-type');
  return c.req.text();
}

function idOf(c: Context<Env>): string {
  const parsed = uuidSchema.safeParse(c.req.param('id'));
  if (!parsed.success) throw new ApiError('annotation-not-found');
  return parsed.data;
}

/** The annotation container of each dossier (Web Annotation Protocol, W3C Recommendation, 23 February 2017). */
export function webAnnotationRoutes(database: Executor, publicUrl: string) {
  const createWriter = async (dossier: { id: string; slug: string }) => {
    const names = new Map((await listSpeakers(database, dossier.id)).map(({ id, name }) => [id, name]));
    return ({ annotation, foreign }: StoredAnnotation) =>
      toWebAnnotation(annotation, {
        server: publicUrl,
        dossier: dossier.slug,
        speakerName: (id) => names.get(id) ?? id,
        foreign,
      });
  };

  const answer = async (c: Context<Env>, id: string, status: 200 | 201) => {
    const { dossier } = c.get('access');
    const stored = await findAnnotation(database, dossier.id, id);
    if (!stored) throw new ApiError('annotation-not-found');
    const write = await createWriter(dossier);
    return c.body(JSON.stringify(write(stored)), status, {
      'Content-Type': annotationType,
      ETag: etagOf(stored.annotation.revision),
      Link: resourceLink,
      Allow: annotationMethods,
      Vary: 'Accept',
      ...(status === 201 ? { Location: annotationAddress(publicUrl, dossier.slug, id) } : {}),
    });
  };

  const collection = async (c: Context<Env>) => {
    const { dossier } = c.get('access');
    const container = `${publicUrl}/annotations/${dossier.slug}/`;
    const annotations = await listAnnotations(database, dossier.id);
    const pages = Math.max(1, Math.ceil(annotations.length / pageSize));
    const { page: pageNumber } = parseQuery(collectionQuerySchema, c);
    const head = {
      'Content-Type': annotationType,
      ETag: etagOf(dossier.revision),
      Link: containerLinks,
      Allow: containerMethods,
      'Accept-Post': annotationType,
      Vary: 'Accept',
    };
    if (pageNumber === undefined) {
      const summary = {
        '@context': [annotationContext, 'http://www.w3.org/ns/ldp.jsonld'],
        id: container,
        type: ['BasicContainer', 'AnnotationCollection'],
        label: dossier.title,
        total: annotations.length,
        first: `${container}?page=0`,
        last: `${container}?page=${pages - 1}`,
      };
      return c.body(JSON.stringify(summary), 200, head);
    }
    const page = Number(pageNumber);
    if (!/^\d+$/u.test(pageNumber) || page >= pages) throw new ApiError('not-found');
    const write = await createWriter(dossier);
    const stored = await Promise.all(
      annotations
        .slice(page * pageSize, (page + 1) * pageSize)
        .map(({ id }) => findAnnotation(database, dossier.id, id)),
    );
    const items = stored.flatMap((one) => (one ? [write(one)] : []));
    const body = {
      '@context': annotationContext,
      id: `${container}?page=${page}`,
      type: 'AnnotationPage',
      partOf: { id: container, total: annotations.length },
      startIndex: page * pageSize,
      ...(page > 0 ? { prev: `${container}?page=${page - 1}` } : {}),
      ...(page < pages - 1 ? { next: `${container}?page=${page + 1}` } : {}),
      items,
    };
    return c.body(JSON.stringify(body), 200, head);
  };

  return new Hono<Env>()
    .get('/:dossier/', collection)
    .post('/:dossier/', async (c) => {
      const { annotation, created } = await createFromWebAnnotation(
        database,
        writerOf(c),
        await readJsonText(c),
      );
      return answer(c, annotation.id, created ? 201 : 200);
    })
    .get('/:dossier/:id', (c) => answer(c, idOf(c), 200))
    .put('/:dossier/:id', async (c) => {
      const expected = expectedVersion(c);
      if (expected === undefined) throw new ApiError('precondition-required');
      const { id } = await updateFromWebAnnotation(
        database,
        writerOf(c),
        idOf(c),
        await readJsonText(c),
        expected,
      );
      return answer(c, id, 200);
    })
    .delete('/:dossier/:id', async (c) => {
      await removeAnnotation(database, writerOf(c), idOf(c), expectedVersion(c));
      return c.body(null, 204);
    });
}
