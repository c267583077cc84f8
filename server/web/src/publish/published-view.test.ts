import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { describe, expect, it } from 'vitest';
import { parseView } from '../matrix-view/view.ts';
import { layoutInWords, leftBehindInWords, publishedView, toDraftView } from './published-view.ts';

const draftOf = (search: string) => toDraftView(publishedView(parseView(search)));
const saidOf = (search: string) => {
  const view = parseView(search);
  return {
    opens: layoutInWords(publishedView(view), publicationMessages.nl, matrixMessages.nl),
    stays: leftBehindInWords(view, publicationMessages.nl),
  };
};

describe('what a copy takes over of a view', () => {
  it('is its axes, filters, count, order, folded groups and what is hidden, as it is sent and as it is said', () => {
    const search =
      '?rows=speaker&count=documents&stance=helps&sortRows=desc%3Acost&sortColumns=asc.total&fold=people&hide=rows&hide=columns';
    expect(draftOf(search)).toEqual({
      ...{ rows: 'speaker', columns: 'impact', count: 'documents', stance: ['helps'] },
      ...{ sortRows: 'desc:cost', sortColumns: 'asc.total', fold: ['people'], hide: ['rows', 'columns'] },
    });
    expect(saidOf(search)).toEqual({
      opens: [
        'rijen: spreker, kolommen: gevolg, getal: documenten',
        'rijen in de volgorde die u koos',
        'kolommen in de volgorde die u koos',
        '1 groep samengevouwen',
        'rijen zonder getal weggelaten',
        'kolommen zonder getal weggelaten',
      ],
      stays: [],
    });
  });

  it('is no reviewer, no status and no second side, and each of these is said', () => {
    const search = '?reviewer=u1&status=draft&vs.stance=hurts';
    expect(draftOf(search)).toEqual({ rows: 'safeguard', columns: 'impact', count: 'claims' });
    const { staysReviewer, staysStatus, staysCompare } = publicationMessages.nl;
    expect(saidOf(search).stays).toEqual([staysReviewer, staysStatus, staysCompare]);
  });

  it.each([
    ['rows by a column', '?columns=reviewer&sortRows=desc%3Au1'],
    ['columns by a row', '?rows=reviewer&columns=safeguard&sortColumns=desc%3Au1'],
  ])('is no order of %s that is a reviewer', (_what, search) => {
    expect(JSON.stringify(draftOf(search))).not.toContain('u1');
    expect(saidOf(search).stays).toEqual([publicationMessages.nl.staysReviewerOrder]);
    expect(draftOf('?columns=reviewer&sortRows=desc.total').sortRows).toBe('desc.total');
  });
});
