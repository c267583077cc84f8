import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { create, remove } from './sample-operations.ts';

const problem = (status: number, code?: string) =>
  ({ kind: 'problem', status, code, detail: 'Because.' }) as const;

describe('readAnswer', () => {
  it.each([
    [{ kind: 'ok', status: 201, body: {} } as const, { kind: 'done' }],
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
});
