import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as platform from '../../src/platform/store/platform-tables.ts';
import * as domain from '../../src/record/tables.ts';
import { temporaryFolder, temporaryStore } from '../platform/temporary.ts';

const tables = Object.values({ ...platform, ...domain });

describe('the tables in code are the tables of the migrations', async () => {
  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))('%s', async (name, table) => {
    const path = join(temporaryFolder(), 'baton.sqlite');
    await temporaryStore(path).close();
    const db = new Database(path, { readonly: true });
    const real = db.prepare('SELECT name, "notnull", type FROM pragma_table_info(?) ORDER BY name').all(name);
    db.close();

    const coded = getTableConfig(table).columns.map((column) => ({
      name: column.name,
      notnull:
        column.notNull && !column.primary
          ? 1
          : column.primary && column.getSQLType() === 'text'
            ? expect.any(Number)
            : column.notNull
              ? expect.any(Number)
              : 0,
      type: column.getSQLType().toUpperCase(),
    }));

    expect(real).toEqual(coded.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });
});
