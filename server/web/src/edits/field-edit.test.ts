import { describe, expect, it } from 'vitest';
import { beginEdit, disputedFields, type Fields, isTyped, rebaseEdit, typeInto } from './field-edit.ts';

const seen: Fields<'name' | 'aliases' | 'kind'> = { name: 'IND', aliases: 'De dienst', kind: 'executive' };
const theirs: typeof seen = { name: 'IND', aliases: 'Immigratiedienst', kind: 'other' };

describe('an edit over a version that somebody else made', () => {
  it('follows it where nothing was typed, and keeps what was typed', () => {
    const edit = rebaseEdit(typeInto(beginEdit(seen), 'name', 'De IND'), theirs);
    expect(edit.typed).toEqual({ ...theirs, name: 'De IND' });
    expect(disputedFields(edit)).toEqual([]);
    expect(isTyped(edit)).toBe(true);
  });

  it('tells what the other one made of a field in which something else was typed, until that is taken', () => {
    const edit = rebaseEdit(typeInto(beginEdit(seen), 'aliases', 'Vreemdelingendienst'), theirs);
    expect(edit.typed.aliases).toBe('Vreemdelingendienst');
    expect(disputedFields(edit)).toEqual([['aliases', 'Immigratiedienst']]);
    const later = rebaseEdit(edit, { ...theirs, kind: 'court' });
    expect(disputedFields(later)).toEqual([['aliases', 'Immigratiedienst']]);
    const taken = typeInto(later, 'aliases', 'Immigratiedienst');
    expect(disputedFields(taken)).toEqual([]);
    expect(isTyped(taken)).toBe(false);
  });

  it('finds nothing to tell where both typed the same', () => {
    const edit = rebaseEdit(typeInto(beginEdit(seen), 'aliases', 'Immigratiedienst'), theirs);
    expect(disputedFields(edit)).toEqual([]);
  });

  it('is the same while the fields are the same', () => {
    const edit = typeInto(beginEdit(seen), 'name', 'De IND');
    expect(rebaseEdit(edit, { ...seen })).toBe(edit);
  });
});
