import { speakersOf, uuidSchema } from '@waarborg/shared/annotation';
import { annotationAddress, toWebAnnotation } from '@waarborg/shared/w3c';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Access, Env } from '../accounts/authenticate.ts';
import { removeAnnotation } from '../annotations/annotation-service.ts';
import {
  findAnnotation,
  isAnnotationDeleted,
  listAnnotationsFrom,
  type StoredAnnotation,
  summariseAnnotations,
} from '../annotations/annotation-store.ts';
import { answerDeleted, expectedVersion, parseQuery, writerOf } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { listSpeakerNames } from '../speakers/speaker-store.ts';
import { readPreference } from './container-preference.ts';
import {
  type Container,
  containerAddress,
  countPages,
  describeContainer,
  describePage,
  pageSize,
} from './describe-container.ts';
import { annotationType, chooseRepresentation, type Representation } from './representation.ts';
import { createFromWebAnnotation, updateFromWebAnnotation } from './web-annotation-service.ts';

const resourceLink = '<http://www.w3.org/ns/ldp#Resource>; rel="type"';
const annotationLink = '<http://www.w3.org/ns/oa#Annotation>; rel="type"';
const containerLinks = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
];

/**
 * Says on every answer, refusals included, what a container and its annotations are and take. OPTIONS
 * answers 200; what it says of other origins is left to CORS.
 */
export const describeResource: MiddlewareHandler = async (c, next) => {
  await next();
  const isContainer = c.req.path.endsWith('/');
  const { status, headers } = c.res;
  if (c.req.method === 'OPTIONS' && status === 204) c.res = new Response(null, { status: 200, headers });
  const links = isContainer ? [resourceLink, ...containerLinks] : [resourceLink, annotationLink];
  c.res.headers.append('Link', links.join(', '));
  c.res.headers.set('Allow', isContainer ? 'GET, HEAD, OPTIONS, POST' : 'GET, HEAD, OPTIONS, PUT, DELETE');
  if (isContainer) c.res.headers.set('Accept-Post', annotationType);
};

const containerQuerySchema = z.object({
  /** Whether the pages hold only addresses. */
  iris: z.enum(['0', '1']).optional(),
  page: z.string().optional(),
});

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
  const write = (
    { slug }: Access['dossier'],
    { annotation, foreign }: StoredAnnotation,
    names: ReadonlyMap<string, string> = new Map(),
  ) =>
    toWebAnnotation(annotation, {
      server: publicUrl,
      dossier: slug,
      speakerName: (id) => names.get(id) ?? id,
      foreign,
    });

  /** Annotations with the names of those who speak in them. */
  const writeNamed = async (dossier: Access['dossier'], annotations: readonly StoredAnnotation[]) => {
    const codings = annotations.flatMap(({ annotation }) => annotation.codings);
    const names = await listSpeakerNames(database, dossier.id, speakersOf(codings));
    return annotations.map((one) => write(dossier, one, names));
  };

  /** Refuses an annotation that is not there; one that was deleted is gone for good, as its address is never used again. */
  const refuseMissing = async (dossier: string, id: string): Promise<never> => {
    throw new ApiError(
      (await isAnnotationDeleted(database, dossier, id)) ? 'annotation-deleted' : 'annotation-not-found',
    );
  };

  /** Changes an annotation that must be there; whoever repeats a request learns what came of it, also when it is gone by now. */
  const change = async <T>(c: Context<Env>, id: string, apply: () => Promise<T>): Promise<T> => {
    try {
      return await apply();
    } catch (error) {
      const isMissing = error instanceof ApiError && error.code === 'annotation-not-found';
      return isMissing ? refuseMissing(c.get('access').dossier.id, id) : Promise.reject(error);
    }
  };

  /** Refuses to overwrite what nobody has seen, and names no version of what is not there. */
  const refuseUnseen = async (dossier: string, id: string): Promise<never> => {
    const isThere = (await findAnnotation(database, dossier, id)) !== undefined;
    throw new ApiError(isThere ? 'precondition-required' : 'annotation-not-found');
  };

  const answer = async (
    c: Context<Env>,
    representation: Representation,
    stored: StoredAnnotation,
    status: 200 | 201,
  ) => {
    const { dossier } = c.get('access');
    const [document = {}] = await writeNamed(dossier, [stored]);
    const { id, revision } = stored.annotation;
    if (status === 201) c.header('Location', annotationAddress(publicUrl, dossier.slug, id));
    return representation.answer(c, document, revision, status);
  };

  const findContainer = async (c: Context<Env>, isIris: boolean): Promise<Container> => {
    const { id, slug, title } = c.get('access').dossier;
    const summary = await summariseAnnotations(database, id);
    return { address: `${publicUrl}/annotations/${slug}/`, label: title, ...summary, isIris };
  };

  const listItems = async (c: Context<Env>, { isIris }: Container, page: number): Promise<unknown[]> => {
    const { dossier } = c.get('access');
    const range = { offset: page * pageSize, limit: pageSize };
    const annotations = await listAnnotationsFrom(database, dossier.id, range);
    if (isIris) {
      return annotations.map(({ annotation }) => annotationAddress(publicUrl, dossier.slug, annotation.id));
    }
    return writeNamed(dossier, annotations);
  };

  const getPage = async (c: Context<Env>, isIris: boolean, number: string) => {
    const representation = chooseRepresentation(c, publicUrl);
    const container = await findContainer(c, isIris);
    const page = Number(number);
    if (!/^\d+$/u.test(number) || page >= countPages(container)) throw new ApiError('not-found');
    const document = describePage(container, page, await listItems(c, container, page));
    return representation.answer(c, document, c.get('access').dossier.revision, 200);
  };

  const getContainer = async (c: Context<Env>) => {
    const { iris, page } = parseQuery(containerQuerySchema, c);
    if (page !== undefined) return getPage(c, iris === '1', page);
    const representation = chooseRepresentation(c, publicUrl);
    const { contained, isIris, isApplied } = readPreference(c.req.header('prefer'));
    const container = await findContainer(c, iris === undefined ? isIris : iris === '1');
    const items = contained === 'minimal' ? undefined : await listItems(c, container, 0);
    if (isApplied) c.header('Preference-Applied', 'return=representation');
    c.header('Content-Location', containerAddress(container));
    const document = describeContainer(container, items);
    return representation.answer(c, document, c.get('access').dossier.revision, 200);
  };

  return new Hono<Env>()
    .get('/:dossier/', getContainer)
    .post('/:dossier/', async (c) => {
      const representation = chooseRepresentation(c, publicUrl);
      const slug = uuidSchema.safeParse(c.req.header('slug')?.trim()).data;
      const text = await readJsonText(c);
      const { annotation, created } = await createFromWebAnnotation(database, writerOf(c), text, slug);
      return answer(c, representation, { annotation, foreign: text }, created ? 201 : 200);
    })
    .get('/:dossier/:id', async (c) => {
      const representation = chooseRepresentation(c, publicUrl);
      const dossier = c.get('access').dossier.id;
      const id = idOf(c);
      const stored = (await findAnnotation(database, dossier, id)) ?? (await refuseMissing(dossier, id));
      return answer(c, representation, stored, 200);
    })
    .put('/:dossier/:id', async (c) => {
      const representation = chooseRepresentation(c, publicUrl);
      const { dossier } = c.get('access');
      const id = idOf(c);
      const text = await readJsonText(c);
      const own = (stored: StoredAnnotation) => write(dossier, stored);
      const annotation = await change(c, id, async () => {
        const expected = expectedVersion(c) ?? (await refuseUnseen(dossier.id, id));
        return updateFromWebAnnotation(database, writerOf(c), { id, expected, text, own });
      });
      return answer(c, representation, { annotation, foreign: text }, 200);
    })
    .delete('/:dossier/:id', async (c) => {
      const id = idOf(c);
      const revision = await change(c, id, () =>
        removeAnnotation(database, writerOf(c), id, expectedVersion(c)),
      );
      return answerDeleted(c, revision);
    });
}
