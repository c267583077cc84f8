import { DefaultConnectionProvider, type Dialect, Kysely } from 'kysely';
import { PipelinedExecutor } from './pipelined-executor.ts';
import type { Database } from './schema.ts';

/** What `new Kysely({ dialect })` makes, but with transactions whose statements do not wait for each other's answers. */
export async function openPipelined(dialect: Dialect): Promise<Kysely<Database>> {
  const driver = dialect.createDriver();
  await driver.init();
  const executor = new PipelinedExecutor(
    dialect.createQueryCompiler(),
    dialect.createAdapter(),
    new DefaultConnectionProvider(driver),
  );
  return new Kysely<Database>({ config: { dialect }, dialect, driver, executor });
}
