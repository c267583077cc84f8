/**
 * Secrets of better-auth are kept as ours are: only as hashes. It writes and finds its rows through an adapter;
 * this one stands before it and replaces each secret by its hash on the way in. On the way out a row that was
 * found by its secret has that secret again, every other row has the hash, which opens nothing.
 */
import type { kyselyAdapter } from '@better-auth/kysely-adapter';
import { hashOfSecret } from './secrets.ts';

/** Which field of which table is a secret: the session itself, and the code for which a device gets one. */
const secretFields: Readonly<Record<string, string>> = { session: 'token', deviceCode: 'deviceCode' };

type Adapter = ReturnType<ReturnType<typeof kyselyAdapter>>;
type Row = Record<string, unknown>;
interface Condition {
  readonly field: string;
  readonly value: unknown;
}
interface Call {
  readonly model: string;
  readonly where?: readonly Condition[];
  readonly data?: Row;
  readonly update?: Row;
}

function hashValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hashValue);
  return typeof value === 'string' ? hashOfSecret(value) : value;
}

function hashIn<T extends Row | undefined>(row: T, field: string): T {
  return row && field in row ? { ...row, [field]: hashValue(row[field]) } : row;
}

/** The call as the database may see it. */
function hashCall(call: Call, field: string): Call {
  const where = call.where?.map((condition) =>
    condition.field === field ? { ...condition, value: hashValue(condition.value) } : condition,
  );
  return {
    ...call,
    ...(where && { where }),
    ...(call.data && { data: hashIn(call.data, field) }),
    ...(call.update && { update: hashIn(call.update, field) }),
  };
}

/** Secrets that the call itself names, by their hashes. */
function secretsOf({ where = [], data, update }: Call, field: string): Map<string, string> {
  const named = where.filter((condition) => condition.field === field).map(({ value }) => value);
  const secrets = [...named, data?.[field], update?.[field]].flat();
  return new Map(
    secrets
      .filter((value): value is string => typeof value === 'string')
      .map((value) => [hashOfSecret(value), value]),
  );
}

function restore(result: unknown, field: string, secrets: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(result)) return result.map((row) => restore(row, field, secrets));
  if (typeof result !== 'object' || result === null || !(field in result)) return result;
  const kept = (result as Row)[field];
  return { ...result, [field]: secrets.get(String(kept)) ?? kept };
}

type Operation = (call: Call) => Promise<unknown>;

function hashingOperation(operation: Operation): Operation {
  return async (call) => {
    const field = secretFields[call.model];
    if (field === undefined) return operation(call);
    return restore(await operation(hashCall(call, field)), field, secretsOf(call, field));
  };
}

const operations = new Set([
  'create',
  'findOne',
  'findMany',
  'count',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
]);

/** An adapter through which no secret reaches the database. */
export function hashAuthSecrets(adapter: Adapter): Adapter {
  return new Proxy(adapter, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (operations.has(String(name))) return hashingOperation(value.bind(target) as Operation);
      if (name !== 'transaction') return value;
      return (work: (adapter: unknown) => Promise<unknown>) =>
        value.call(target, (transaction: Adapter) => work(hashAuthSecrets(transaction)));
    },
  });
}
