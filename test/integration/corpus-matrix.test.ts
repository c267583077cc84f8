/**
 * The codings of an experienced reader go in through the API, and the matrix that comes out
 * equals a count that is made here from the file alone.
 */
import { createTestDatabase, type TestDatabase } from '@waarborg/server/testing';
import type { MatrixResponse } from '@waarborg/shared/api';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CorpusPassage,
  corpusFolder,
  readCorpusDocuments,
  readCorpusPassages,
  sayThatCorpusIsMissing,
} from '../helpers/corpus.ts';
import { type PrintedToken, type RunningServer, startServer } from '../helpers/running-server.ts';

if (!corpusFolder) sayThatCorpusIsMissing('The matrix of real codings is not tested');

/** One coding of the file with what its cell is counted from. */
type Row = CorpusPassage['codings'][number] & { document: string; passage: number };

const keeps = ['kept', 'strengthened', 'introduced'];
const takes = ['abolished', 'restricted', 'not-observed', 'absent'];

function stance({ measure = '', direction }: Row): 'helps' | 'hurts' | 'noEffect' | 'none' {
  const known = keeps.includes(measure) || takes.includes(measure);
  if (!known || direction === 'unclear') return 'none';
  if (direction === 'neutral') return 'noEffect';
  return (direction === 'favourable') === keeps.includes(measure) ? 'helps' : 'hurts';
}

function tally(values: readonly string[], of: readonly string[]): Record<string, number> {
  return Object.fromEntries(of.map((value) => [value, values.filter((one) => one === value).length]));
}

/** Contradictions among codings on one safeguard and one impact. */
function contradictions(rows: readonly Row[]) {
  const sayers = (wanted: string) =>
    new Set(rows.filter((row) => stance(row) === wanted).map(({ speaker }) => speaker));
  const [helpers, hurters, deniers] = [sayers('helps'), sayers('hurts'), sayers('noEffect')];
  const others = (one: string, set: Set<string>) => [...set].some((other) => other !== one);
  return {
    contested: [...helpers].some((helper) => others(helper, hurters)),
    denied: [...deniers].some((denier) => others(denier, new Set([...helpers, ...hurters]))),
    mixed: [...helpers].some((helper) => hurters.has(helper)),
  };
}

/** What a set of codings must add up to; in this file no two codings are the same claim. */
function count(rows: readonly Row[]) {
  const subjects = Map.groupBy(rows, ({ safeguard, impact }) => `${safeguard} ${impact}`);
  const found = [...subjects.values()].map(contradictions);
  return {
    claims: rows.length,
    documents: new Set(rows.map(({ document }) => document)).size,
    speakers: new Set(rows.map(({ speaker }) => speaker)).size,
    directions: tally(
      rows.map(({ direction }) => direction),
      ['favourable', 'unfavourable', 'neutral', 'unclear'],
    ),
    stances: tally(rows.map(stance), ['helps', 'hurts', 'noEffect', 'none']),
    contested: found.some(({ contested }) => contested),
    denied: found.some(({ denied }) => denied),
    mixed: found.some(({ mixed }) => mixed),
  };
}

describe.runIf(corpusFolder)('the matrix of real codings', () => {
  const folder = corpusFolder ?? '';
  let database: TestDatabase;
  let server: RunningServer;
  let token: PrintedToken;
  let rows: Row[];

  const call = async (method: string, address: string, body?: unknown) => {
    const answer = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status, await answer.clone().text()).toBeLessThan(300);
    return (await answer.json()) as unknown;
  };
  const matrix = async (query: string) =>
    (await call('GET', `${token.api}/dossiers/asielwetten/matrix?${query}`)) as MatrixResponse;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startServer(database.environment);
    token = await server.createToken('lezer@example.org', 'asielwetten');
    const dossier = `${token.api}/dossiers/asielwetten`;
    const ids = new Map<string, string>();
    for (const document of readCorpusDocuments(folder)) {
      const id = uuid();
      ids.set(document.id, id);
      await call('POST', `${dossier}/documents`, {
        id,
        sourceType: document.sourceType,
        title: document.title,
        issuer: document.issuer,
        date: document.date,
        addresses: [{ address: `https://example.org/${document.id}`, mediaType: 'text/html' }],
        identifiers: [],
      });
    }
    const passages = readCorpusPassages(folder);
    for (const { document, exact, prefix, suffix, codings, comment } of passages) {
      await call('POST', `${dossier}/annotations`, {
        id: uuid(),
        document: ids.get(document),
        source: `https://example.org/${document}`,
        ranges: [{ exact, prefix, suffix }],
        codings,
        ...(comment ? { note: comment } : {}),
      });
    }
    rows = passages.flatMap(({ document, codings }, passage) =>
      codings.map((coding) => ({ ...coding, document, passage })),
    );
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    await database?.remove();
  });

  it('has every cell, row, column and total that the file adds up to', async () => {
    const { cells, totals, ...axes } = await matrix('rows=safeguard&columns=impact');
    for (const cell of cells) {
      const own = rows.filter(({ safeguard, impact }) => safeguard === cell.row && impact === cell.column);
      expect(cell, `${cell.row} × ${cell.column}`).toMatchObject(count(own));
    }
    for (const { id } of axes.rows) {
      expect(totals.rows[id]).toMatchObject(count(rows.filter(({ safeguard }) => safeguard === id)));
    }
    for (const { id } of axes.columns) {
      expect(totals.columns[id]).toMatchObject(count(rows.filter(({ impact }) => impact === id)));
    }
    expect(totals.all).toMatchObject(count(rows));
    expect(cells.filter(({ contested }) => contested).length).toBeGreaterThan(0);
  });

  it('names each pair of speakers that oppose each other', async () => {
    const { cells } = await matrix('rows=safeguard&columns=impact');
    for (const cell of cells) {
      const own = rows.filter(({ safeguard, impact }) => safeguard === cell.row && impact === cell.column);
      const pairs = own
        .filter((row) => stance(row) === 'helps')
        .flatMap((a) =>
          own
            .filter((b) => stance(b) === 'hurts' && b.speaker !== a.speaker)
            .map((b) => `${a.speaker} / ${b.speaker}`),
        );
      expect(new Set(cell.opposition.map(({ helps, hurts }) => `${helps} / ${hurts}`))).toEqual(
        new Set(pairs),
      );
    }
  });

  it('counts the same under a filter and on another axis', async () => {
    const { cells } = await matrix('rows=safeguard&columns=speaker&basis=expectation&basis=figure');
    const { columns } = await matrix('rows=safeguard&columns=speaker');
    const names = new Map(columns.map(({ id, label }) => [id, label]));
    const filtered = rows.filter(({ basis }) => ['expectation', 'figure'].includes(basis));
    for (const cell of cells) {
      const own = filtered.filter(
        ({ safeguard, speaker }) => safeguard === cell.row && speaker === names.get(cell.column),
      );
      expect(cell).toMatchObject({ claims: own.length, documents: count(own).documents });
    }
  });

  it('leads from each number to as many claims with their verbatim passages', async () => {
    const { cells } = await matrix('rows=safeguard&columns=impact');
    const quotes = new Set(readCorpusPassages(folder).map(({ exact }) => exact));
    for (const { row, column, claims } of cells.filter((cell) => cell.claims > 0)) {
      const cell = (await call(
        'GET',
        `${token.api}/dossiers/asielwetten/matrix/cell?rows=safeguard&columns=impact&row=${row}&column=${column}`,
      )) as { claims: unknown[]; annotations: { ranges: { exact: string }[] }[] };
      expect(cell.claims).toHaveLength(claims);
      expect(cell.annotations.every(({ ranges }) => quotes.has(ranges[0]?.exact ?? ''))).toBe(true);
    }
  });
});
