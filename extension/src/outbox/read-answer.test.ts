import { describe, expect, it } from 'vitest';
import type { Change } from './operation.ts';
import { readAnswer } from './read-answer.ts';
import {
  create,
  putDocument,
  remove,
  sampleLink,
  sentAnnotation,
  update,
  uuid,
} from './sample-operations.ts';

const problem = (status: number, code?: string) =>
  ({ kind: 'problem', status, code, detail: 'Because.' }) as const;

const ok = (body: unknown, status = 200) => ({ kind: 'ok', status, body }) as const;

describe('readAnswer', () => {
  it.each([
    [ok(sentAnnotation(11, 1), 201), { kind: 'done' }],
    [{ kind: 'unreachable' } as const, { kind: 'trouble', trouble: 'server-unreachable' }],
    [problem(401, 'unauthenticated'), { kind: 'trouble', trouble: 'token-expired' }],
    [problem(404, 'dossier-not-found'), { kind: 'trouble', trouble: 'dossier-unknown' }],
    [problem(404), { kind: 'trouble', trouble: 'server-unreachable' }],
    [problem(500, 'internal-error'), { kind: 'retry' }],
    [problem(503), { kind: 'retry' }],
    [problem(429, 'too-many-requests'), { kind: 'retry' }],
    [problem(412, 'precondition-failed'), { kind: 'refused', refusal: { code: 'precondition-failed' } }],
    [problem(422, 'concept-unknown'), { kind: 'refused', refusal: { detail: 'Because.' } }],
    [problem(413), { kind: 'refused', refusal: { code: 'http-413' } }],
  ])('reads %o as %o', (answer, verdict) => {
    expect(readAnswer(answer, create(11, 1))).toMatchObject(verdict);
  });

  it('takes the deletion of what is gone for done', () => {
    expect(readAnswer(problem(404, 'annotation-not-found'), remove(11, 1, 3)).kind).toBe('done');
    expect(readAnswer(problem(404, 'annotation-not-found'), create(11, 1)).kind).toBe('refused');
  });

  it.each([undefined, {}, { status: 'login required' }, sentAnnotation(12, 1)])(
    'does not take %o for the answer to a passage',
    (body) => {
      expect(readAnswer(ok(body), create(11, 1)).kind).toBe('retry');
      expect(readAnswer(ok(body), update(11, 1, 3)).kind).toBe('retry');
    },
  );

  it('takes a deletion for done at 204 only', () => {
    expect(readAnswer(ok(undefined, 204), remove(11, 1, 3)).kind).toBe('done');
    expect(readAnswer(ok(undefined), remove(11, 1, 3)).kind).toBe('retry');
    expect(readAnswer(ok({}), remove(11, 1, 3)).kind).toBe('retry');
  });

  it('knows a document by its id or an alias, however many addresses it has', () => {
    const addresses = Array.from({ length: 60 }, (_, index) => ({
      address: `https://example.nl/${index}`,
      mediaType: 'text/html',
    }));
    const document = { ...putDocument(1).document, addresses, aliases: [uuid(2)], revision: 4 };
    expect(readAnswer(ok(document), putDocument(1)).kind).toBe('done');
    expect(readAnswer(ok(document), putDocument(2)).kind).toBe('done');
    expect(readAnswer(ok(document), putDocument(3)).kind).toBe('retry');
  });

  it('knows a link by what it says, and takes the removal of one that is gone for done', () => {
    const link = sampleLink(31, 11, 12);
    const made: Change = { kind: 'create-link', link };
    const removed: Change = { kind: 'delete-link', link, base: 3 };
    expect(readAnswer(ok({ ...link, revision: 3 }, 201), made).kind).toBe('done');
    expect(readAnswer(ok({ ...sampleLink(32, 11, 12), revision: 3 }), made).kind).toBe('done');
    expect(readAnswer(ok({ ...sampleLink(31, 11, 13), revision: 3 }, 201), made).kind).toBe('retry');
    expect(readAnswer(problem(404, 'annotation-not-found'), made).kind).toBe('refused');
    expect(readAnswer(problem(404, 'link-not-found'), removed).kind).toBe('done');
    expect(readAnswer(problem(412, 'precondition-failed'), removed).kind).toBe('refused');
    expect(readAnswer(ok(undefined, 204), removed).kind).toBe('done');
  });

  it('knows a text and a reading by what they name', () => {
    const id = 'a'.repeat(64);
    const rendition = {
      id,
      document: uuid(1),
      source: 'https://example.nl/1',
      mediaType: 'text/html',
      retrieved: '2026-05-12T10:00:00Z',
    };
    const text = { kind: 'add-rendition', document: uuid(1), id } as const;
    expect(readAnswer(ok(rendition, 201), text).kind).toBe('done');
    expect(readAnswer(ok({ ...rendition, id: 'b'.repeat(64) }, 201), text).kind).toBe('retry');
    const reading: Change = { kind: 'set-reading', reading: { document: uuid(1), safeguards: [] } };
    expect(readAnswer(ok({ readings: [] }), reading).kind).toBe('done');
    expect(readAnswer(ok({}), reading).kind).toBe('retry');
  });
});
