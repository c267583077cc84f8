import type { Context } from 'hono';
import { z } from 'zod';
import type { Env } from '../accounts/authenticate.ts';
import { listAnnotationsFrom, summariseAnnotations } from '../annotations/annotation-store.ts';
import { parseQuery } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import type { AnnotationWriter } from './annotation-writer.ts';
import { readPreference } from './container-preference.ts';
import {
  type Container,
  containerAddress,
  countPages,
  describeContainer,
  describePage,
  pageSize,
} from './describe-container.ts';
import { chooseRepresentation } from './representation.ts';

/** Where containers are read, and how their annotations are written. */
interface Containers {
  readonly database: Executor;
  /** Without slash at the end. */
  readonly publicUrl: string;
  readonly writer: AnnotationWriter;
}

const containerQuerySchema = z.object({
  /** Whether the pages hold only addresses. */
  iris: z.enum(['0', '1']).optional(),
  page: z.string().optional(),
});

async function findContainer(
  { database, publicUrl }: Containers,
  c: Context<Env>,
  isIris: boolean,
): Promise<Container> {
  const { id, slug, title } = c.get('access').dossier;
  const summary = await summariseAnnotations(database, id);
  return { address: `${publicUrl}/annotations/${slug}/`, label: title, ...summary, isIris };
}

/** What stands on a page of a container, by its number from 0. */
async function listItems(
  { database, writer }: Containers,
  c: Context<Env>,
  { isIris }: Container,
  page: number,
): Promise<unknown[]> {
  const { dossier } = c.get('access');
  const range = { offset: page * pageSize, limit: pageSize };
  const annotations = await listAnnotationsFrom(database, dossier.id, range);
  if (isIris) return annotations.map(({ annotation }) => writer.addressOf(dossier, annotation.id));
  return writer.writeNamed(dossier, annotations);
}

async function answerPage(containers: Containers, c: Context<Env>, isIris: boolean, number: string) {
  const representation = chooseRepresentation(c, containers.publicUrl);
  const container = await findContainer(containers, c, isIris);
  const page = Number(number);
  if (!/^\d+$/u.test(number) || page >= countPages(container)) throw new ApiError('not-found');
  const document = describePage(container, page, await listItems(containers, c, container, page));
  return representation.answer(c, document, c.get('access').dossier.revision, 200);
}

/** Answers with the container of a dossier in the form that was preferred, or with the page that was asked for. */
export async function answerContainer(containers: Containers, c: Context<Env>): Promise<Response> {
  const { iris, page } = parseQuery(containerQuerySchema, c);
  if (page !== undefined) return answerPage(containers, c, iris === '1', page);
  const representation = chooseRepresentation(c, containers.publicUrl);
  const { contained, isIris, isApplied } = readPreference(c.req.header('prefer'));
  const container = await findContainer(containers, c, iris === undefined ? isIris : iris === '1');
  const items = contained === 'minimal' ? undefined : await listItems(containers, c, container, 0);
  if (isApplied) c.header('Preference-Applied', 'return=representation');
  c.header('Content-Location', containerAddress(container));
  const document = describeContainer(container, items);
  return representation.answer(c, document, c.get('access').dossier.revision, 200);
}
