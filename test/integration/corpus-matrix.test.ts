/**
 * The codings of an experienced reader go in through the API, and every matrix that comes out equals a count
 * that is made from the file alone: on every pair of axes, and with every value of every filter.
 */

import { createTestDatabase, type TestDatabase } from '@waarborg/server/testing';
import { bases, directions, measures, statuses } from '@waarborg/shared/annotation';
import type { CellResponse, MatrixResponse } from '@waarborg/shared/api';
import { type Speaker, sourceTypes } from '@waarborg/shared/dossier';
import { type Axis, axes, goneValues, type MatrixFilters, stances } from '@waarborg/shared/matrix';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  corpusFolder,
  readCorpusDocuments,
  readCorpusPassages,
  sayThatCorpusIsMissing,
} from '../helpers/corpus.ts';
import {
  count,
  foldStatements,
  kindOf,
  memberOf,
  passes,
  type Statement,
  statementsAt,
  withoutReadings,
} from '../helpers/plain-matrix.ts';
import { type PrintedToken, type RunningServer, startServer } from '../helpers/running-server.ts';
import { sendCorpus } from '../helpers/send-corpus.ts';

if (!corpusFolder) sayThatCorpusIsMissing('The matrix of real codings is not tested');

describe.runIf(corpusFolder)('the matrix of real codings', () => {
  const folder = corpusFolder ?? '';
  let database: TestDatabase;
  let server: RunningServer;
  let token: PrintedToken;
  let statements: Statement[];

  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${token.api}/dossiers/asielwetten${path}`, {
      method,
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status, await answer.clone().text()).toBeLessThan(300);
    return (await answer.json()) as unknown;
  };
  const askFor = (rows: Axis, columns: Axis, filters: MatrixFilters) => {
    const query = new URLSearchParams({ rows, columns });
    for (const [name, value] of Object.entries(filters)) {
      for (const one of [value].flat()) query.append(name, String(one));
    }
    return query;
  };
  const matrixOf = async (rows: Axis, columns: Axis, filters: MatrixFilters = {}) =>
    (await call('GET', `/matrix?${askFor(rows, columns, filters)}`)) as MatrixResponse;

  /** Every third passage is confirmed not to be there any more. */
  const isGone = (number: number) => number % 3 === 0;

  /** Sends the file through the API; gives every coding of it with the ids that the server made. */
  const send = async (): Promise<Statement[]> => {
    const { documents, passages } = await sendCorpus(folder, call, isGone);
    const about = new Map(readCorpusDocuments(folder).map((document) => [document.id, document]));
    const sent = passages.flatMap(({ id, passage: { document, exact, codings, comment } }, number) => {
      const { sourceType, date } = about.get(document) ?? {};
      const place = {
        passage: id,
        document: documents.get(document) ?? '',
        sourceType,
        date,
        status: 'draft',
        isGone: isGone(number),
      };
      return codings.map((coding) => ({ ...coding, ...place, text: `${exact} ${comment ?? ''}` }));
    });
    const { speakers } = (await call('GET', '/speakers?limit=500')) as { speakers: Speaker[] };
    const idOf = (name: string) =>
      speakers.find((one) => one.name === name || one.aliases.includes(name))?.id ?? '';
    const { rows } = await matrixOf('reviewer', 'safeguard');
    return sent.map((statement) => {
      const speaker = idOf(statement.speaker);
      return { ...statement, speaker, speakerKind: kindOf(speakers, speaker), reviewer: rows[0]?.id ?? '' };
    });
  };

  /** Holds every number of a matrix against the file. */
  const expectNumbers = async (rows: Axis, columns: Axis, filters: MatrixFilters = {}) => {
    const passing = statements.filter((statement) => passes(statement, filters));
    const within = statements.filter((statement) => passes(statement, withoutReadings(filters)));
    const { totals, cells, ...matrix } = await matrixOf(rows, columns, filters);
    const compare = (
      { opposition, ...numbers }: MatrixResponse['totals']['columns'][string],
      place: { row?: string; column?: string },
    ) => {
      const { pairs, isDisputed, ...expected } = count(statementsAt(passing, [rows, columns], place), within);
      const where = `${rows} × ${columns} ${JSON.stringify(filters)} ${JSON.stringify(place)}`;
      expect(numbers, where).toMatchObject(expected);
      const found = opposition.map(
        ({ helpsId, hurtsId, normMeetsExpectation }) => `${helpsId} ${hurtsId} ${normMeetsExpectation}`,
      );
      expect(found.sort(), where).toEqual(pairs);
      return isDisputed;
    };
    expect(matrix.listsOpposition).toBe(true);
    for (const cell of cells) compare(cell, { row: cell.row, column: cell.column });
    const disputed = matrix.rows.filter(({ id }) => {
      const total = totals.rows[id];
      return total && compare(total, { row: id });
    });
    expect(matrix.disputed).toEqual(disputed.map(({ id }) => id));
    for (const { id } of matrix.columns) {
      const total = totals.columns[id];
      if (total) compare(total, { column: id });
    }
    compare(totals.all, {});
    // Nothing that the file has is without its row and its column.
    const placed = statementsAt(passing, [rows, columns], {});
    for (const [axis, members] of [[rows, matrix.rows] as const, [columns, matrix.columns] as const]) {
      const known = new Set(members.map(({ id }) => id));
      expect(placed.map((one) => memberOf(one, axis)).filter((id) => !known.has(id))).toEqual([]);
    }
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startServer(database.environment);
    token = await server.createToken('lezer@example.org', 'asielwetten');
    // In this file no two codings are the same claim.
    statements = foldStatements(await send(), () => false, []);
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    await database?.remove();
  });

  it.each(axes)(
    'has every number that the file adds up to, with %s as rows and every axis as columns',
    async (rows) => {
      for (const columns of axes) await expectNumbers(rows, columns);
    },
  );

  it.each(axes)('has every number with each value of the filter %s', async (axis) => {
    const values = [...new Set([...statements.map((one) => memberOf(one, axis)), 'none'])];
    for (const [index, value] of values.entries()) {
      const other = axes[(index + 3) % axes.length] ?? 'document';
      await expectNumbers('safeguard', 'impact', { [axis]: [value] });
      await expectNumbers(other, axis, { [axis]: [value, values[index + 1] ?? value] });
    }
  });

  it('has every number with each value of the other filters', async () => {
    const filters: MatrixFilters[] = [
      ...directions.map((direction) => ({ direction: [direction] })),
      ...stances.map((stance) => ({ stance: [stance] })),
      ...bases.map((basis) => ({ basis: [basis], measure: [...measures] })),
      ...statuses.map((status) => ({ status: [status] })),
      ...goneValues.flatMap((gone) => [{ gone: [gone] }, { gone: [gone], stance: ['hurts' as const] }]),
      ...sourceTypes.map((sourceType) => ({ sourceType: [sourceType], stance: ['helps' as const] })),
      ...['2014', '2025-06', '2025-12-01'].flatMap((date) => [{ from: date }, { to: date }]),
      ...['voornemen', 'tolk gehoor', 'ASIEL'].map((q) => ({ q })),
    ];
    for (const [index, filter] of filters.entries()) {
      await expectNumbers('safeguard', 'impact', filter);
      await expectNumbers(
        axes[index % axes.length] ?? 'speaker',
        axes[(index + 4) % axes.length] ?? 'stage',
        filter,
      );
    }
  });

  it('leads from each number to as many claims with their verbatim passages', async () => {
    const { cells } = await matrixOf('safeguard', 'impact');
    const quotes = new Set(readCorpusPassages(folder).map(({ exact }) => exact));
    for (const { row, column, claims, opposition } of cells.filter((cell) => cell.claims > 0)) {
      const asked = `/matrix/cell?rows=safeguard&columns=impact&row=${row}&column=${column}`;
      const cell = (await call('GET', asked)) as CellResponse;
      expect(cell.claims).toHaveLength(claims);
      expect(cell.total).toBe(claims);
      expect(cell.opposition).toEqual(opposition);
      expect(cell.annotations.every(({ ranges }) => quotes.has(ranges[0]?.exact ?? ''))).toBe(true);
    }
  });

  it('leads to the claims of a total page by page', async () => {
    const whole = (await call('GET', '/matrix/cell')) as CellResponse;
    const paged: CellResponse['claims'] = [];
    for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
      const page = (await call('GET', `/matrix/cell?limit=50&cursor=${cursor}`)) as CellResponse;
      paged.push(...page.claims);
      cursor = page.next;
    }
    expect(paged).toEqual(whole.claims);
    expect(whole.total).toBe(statements.length);
  });
});
