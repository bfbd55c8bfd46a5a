/** The documented steps after an erasure on PostgreSQL: no byte is left in the files of the server, nor in a dump. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { onOwnPostgres, ownPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { ANA, BEN, fill, ISSUER, OTHER, STATED } from './filled.js';
import { GUILD } from './founding.js';

/** The statements in `docs/hosting.md`, as a host copies them. */
function documentedSteps(): readonly string[] {
  const block = /^ALTER SYSTEM SET[^`]*/m.exec(readFileSync('docs/hosting.md', 'utf8'))?.[0] ?? '';
  return block.split(';').flatMap((step) => (step.trim() === '' ? [] : [step.trim()]));
}

describe.skipIf(onOwnPostgres !== '')(`what was erased, on PostgreSQL ${onOwnPostgres}`, () => {
  let server: OwnPostgres;
  let store: Store;
  beforeAll(async () => {
    server = await ownPostgres();
    store = await openStore(server.url, () => undefined);
  });
  afterAll(async () => {
    await store.close();
    await server.remove();
  });

  /** Which of the texts stand in any file of the server. */
  function found(texts: readonly string[]): readonly string[] {
    const names = readdirSync(server.data, { recursive: true, withFileTypes: true });
    const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
    const left = new Set(texts);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const text of left) if (bytes.includes(text)) left.delete(text);
    }
    return texts.filter((text) => !left.has(text));
  }

  async function asHost(statements: readonly string[]): Promise<void> {
    const host = new Client({ connectionString: server.url });
    await host.connect();
    for (const statement of statements) await host.query(statement);
    await host.end();
  }

  it('is in no file after the documented steps', async () => {
    await fill(store, GUILD, ANA, ISSUER);
    await fill(store, GUILD, BEN, ISSUER);
    await fill(store, OTHER, ANA, 'Ruritania');
    await asHost(['analyze', 'checkpoint']);
    const [ofServer, ofPerson] = [
      [GUILD, ISSUER, BEN.user, BEN.name],
      [ANA.user, ANA.name],
    ];
    expect(found([...ofServer, ...ofPerson])).toHaveLength(6);
    await store.eraseServer(GUILD);
    await store.forget(ANA.user, STATED);
    expect(documentedSteps()).toHaveLength(10);
    await asHost(documentedSteps());
    expect(found([...ofServer, ...ofPerson])).toEqual([]);
    expect(found([OTHER, 'Ruritania'])).toHaveLength(2);
  });
});
