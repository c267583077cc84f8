import { describe, expect, it } from 'vitest';
import type { LocalAnnotation } from '../messaging/index.ts';
import { isShown, passagesInOrder } from './passages-in-order.ts';

function annotation(id: string, created = '2026-05-12T10:00:00Z'): LocalAnnotation {
  return {
    id,
    source: 'https://example.nl/',
    ranges: [{ exact: id }],
    codings: [{ safeguard: `about-${id}`, direction: 'unclear', basis: 'norm' }],
    creator: { id: `by-${id}`, name: id },
    created,
    modified: created,
    sync: 'sent',
  };
}

describe('passagesInOrder', () => {
  it('follows the text, then what was not looked for yet, then what is not there', () => {
    const passages = [
      annotation('orphan'),
      annotation('new', '2026-05-12T12:00:00Z'),
      annotation('second'),
      annotation('newer', '2026-05-12T13:00:00Z'),
      annotation('first'),
    ];
    const report = {
      passages: [
        { id: 'first', state: 'exact' },
        { id: 'second', state: 'moved' },
        { id: 'orphan', state: 'orphan' },
        { id: 'gone', state: 'exact' },
      ],
    } as const;
    expect(passagesInOrder(passages, report).map(({ annotation: { id }, state }) => [id, state])).toEqual([
      ['first', 'exact'],
      ['second', 'moved'],
      ['new', undefined],
      ['newer', undefined],
      ['orphan', 'orphan'],
    ]);
  });
});

describe('isShown', () => {
  it('wants every part of the filter', () => {
    const passage = { annotation: annotation('a') };
    expect(isShown(passage, {})).toBe(true);
    expect(isShown(passage, { safeguard: 'about-a', reviewer: 'by-a' })).toBe(true);
    expect(isShown(passage, { safeguard: 'about-a', reviewer: 'by-b' })).toBe(false);
    expect(isShown(passage, { safeguard: 'about-b' })).toBe(false);
  });

  it('takes a passage that is confirmed to be gone for gone, whatever its state in this copy', () => {
    const gone = {
      annotation: { ...annotation('a'), gone: '2026-06-01T09:00:00Z' },
      state: 'orphan',
    } as const;
    expect(isShown(gone, { state: 'gone' })).toBe(true);
    expect(isShown(gone, { state: 'orphan' })).toBe(true);
    expect(isShown(gone, { state: 'changed' })).toBe(false);
    expect(isShown({ annotation: annotation('a'), state: 'orphan' }, { state: 'gone' })).toBe(false);
  });

  it('looks for the status in a coding to the safeguard, and takes an unseen coding for a draft', () => {
    const coding = { direction: 'unclear', basis: 'norm' } as const;
    const codings = [
      { ...coding, safeguard: 'hearing' },
      { ...coding, safeguard: 'appeal', status: 'rejected', reason: 'Not in the text.' },
    ] as const;
    const passage = { annotation: { ...annotation('a'), codings } };
    expect(isShown(passage, { status: 'draft' })).toBe(true);
    expect(isShown(passage, { status: 'rejected' })).toBe(true);
    expect(isShown(passage, { status: 'accepted' })).toBe(false);
    expect(isShown(passage, { status: 'draft', safeguard: 'hearing' })).toBe(true);
    expect(isShown(passage, { status: 'rejected', safeguard: 'hearing' })).toBe(false);
  });

  it('wants the state in which the page found the passage', () => {
    const changed = { annotation: annotation('a'), state: 'changed' } as const;
    expect(isShown(changed, { state: 'changed' })).toBe(true);
    expect(isShown(changed, { state: 'orphan' })).toBe(false);
    expect(isShown({ annotation: annotation('a') }, { state: 'changed' })).toBe(false);
  });
});
