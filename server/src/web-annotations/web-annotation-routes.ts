import { uuidSchema } from '@waarborg/shared/annotation';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { removeAnnotation } from '../annotations/annotation-service.ts';
import {
  findAnnotation,
  isAnnotationDeleted,
  type StoredAnnotation,
} from '../annotations/annotation-store.ts';
import { answerDeleted, expectedVersion, writerOf } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { createAnnotationWriter } from './annotation-writer.ts';
import { answerContainer } from './answer-container.ts';
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

/** Refuses an annotation that is not there; one that was deleted is gone for good, as its address is never used again. */
async function refuseMissing(database: Executor, dossier: string, id: string): Promise<never> {
  const isDeleted = await isAnnotationDeleted(database, dossier, id);
  throw new ApiError(isDeleted ? 'annotation-deleted' : 'annotation-not-found');
}

/** Refuses to overwrite what nobody has seen, and names no version of what is not there. */
async function refuseUnseen(database: Executor, dossier: string, id: string): Promise<never> {
  const isThere = (await findAnnotation(database, dossier, id)) !== undefined;
  throw new ApiError(isThere ? 'precondition-required' : 'annotation-not-found');
}

/** The annotation container of each dossier (Web Annotation Protocol, W3C Recommendation, 23 February 2017). */
export function webAnnotationRoutes(database: Executor, publicUrl: string) {
  const writer = createAnnotationWriter(database, publicUrl);

  /** Changes an annotation that must be there; whoever repeats a request learns what came of it, also when it is gone by now. */
  const change = async <T>(c: Context<Env>, id: string, apply: () => Promise<T>): Promise<T> => {
    try {
      return await apply();
    } catch (error) {
      const isMissing = error instanceof ApiError && error.code === 'annotation-not-found';
      return isMissing ? refuseMissing(database, c.get('access').dossier.id, id) : Promise.reject(error);
    }
  };

  const answer = async (
    c: Context<Env>,
    representation: Representation,
    stored: StoredAnnotation,
    status: 200 | 201,
  ) => {
    const { dossier } = c.get('access');
    const [document = {}] = await writer.writeNamed(dossier, [stored]);
    const { id, revision } = stored.annotation;
    if (status === 201) c.header('Location', writer.addressOf(dossier, id));
    return representation.answer(c, document, revision, status);
  };

  return new Hono<Env>()
    .get('/:dossier/', (c) => answerContainer({ database, publicUrl, writer }, c))
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
      const stored =
        (await findAnnotation(database, dossier, id)) ?? (await refuseMissing(database, dossier, id));
      return answer(c, representation, stored, 200);
    })
    .put('/:dossier/:id', async (c) => {
      const representation = chooseRepresentation(c, publicUrl);
      const { dossier } = c.get('access');
      const id = idOf(c);
      const text = await readJsonText(c);
      const own = (stored: StoredAnnotation) => writer.write(dossier, stored);
      const annotation = await change(c, id, async () => {
        const expected = expectedVersion(c) ?? (await refuseUnseen(database, dossier.id, id));
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
