/** `issuer` and `leaderboard` as a host types them, beside a bot that has the record open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLI, start } from '../house/process.js';
import { GUILD } from '../store/founding.js';
import { EMPTY_THREAT, MET, playCases, PUNISHED } from '../support/cases.js';
import { openFile } from '../support/database-fault.js';

let folder: string;
let store: Awaited<ReturnType<typeof openFile>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  store = await openFile(join(folder, 'a.db'));
  await playCases(store, GUILD, 'France', [MET, MET, PUNISHED, EMPTY_THREAT, EMPTY_THREAT]);
  await playCases(store, GUILD, 'NATO\u001b[31m', [MET]);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ultimatum(...args: readonly string[]) {
  const run = start({ DATABASE_URL: `sqlite:${join(folder, 'a.db')}` }, [CLI, ...args]);
  return { code: await run.ended, output: run.output() };
}

describe('npx ultimatum issuer', () => {
  it('shows the figures of an issuer under any spelling while the bot has the record open', async () => {
    const { code, output } = await ultimatum('issuer', 'FRANCE', '--server', GUILD);
    expect(code).toBe(0);
    expect(output).toContain('Figures of France\n5 ultimatums counted, 5 closed.');
    expect(output).toContain('- Met in full, by the deadline in force: 2 of 5, 40% (interval 12 to 77%)');
    expect(output).toContain('- Carried out in full: 1 of 3, too few for a share');
    expect(output).toContain('Method 2. This server has not said what it records.');
  });

  it('gives the same as JSON', async () => {
    const { output } = await ultimatum('issuer', 'France', '--server', GUILD, '--json');
    expect(JSON.parse(output)).toMatchObject({
      format: 'ultimatum-figures/1',
      issuer: 'France',
      shares: { met: { count: 2, n: 5, share: 0.4 }, carried_out: { share: null } },
    });
  });

  it('says what is missing or unknown, and what to do', async () => {
    expect(await ultimatum('issuer', '--server', GUILD)).toMatchObject({
      code: 64,
      output: expect.stringContaining('The issuer is missing'),
    });
    expect(await ultimatum('issuer', 'France')).toMatchObject({
      code: 64,
      output: expect.stringContaining('--server is missing'),
    });
    expect(await ultimatum('issuer', 'Nobody', '--server', GUILD)).toMatchObject({
      code: 1,
      output: expect.stringContaining('No issuer "Nobody" was recorded there.'),
    });
    expect(await ultimatum('issuer', 'France', '--server', '100000000000000009')).toMatchObject({
      code: 1,
      output: 'Nothing is kept about server 100000000000000009.\n',
    });
  });
});

describe('npx ultimatum leaderboard', () => {
  it('shows the shares of every issuer, with no sign that a terminal obeys', async () => {
    const { code, output } = await ultimatum('leaderboard', '--server', GUILD);
    expect(code).toBe(0);
    expect(output).toContain('All of them, each ultimatum once: 6 ultimatums counted; met 3 of 6, 50%');
    expect(output).toMatch(/^- France: 5 ultimatums counted; met 2 of 5, 40%/m);
    expect(output).toMatch(/^- NATO.*: 1 ultimatum counted; met 1 of 1;/m);
    expect(output).not.toContain('\u001b');
  });

  it('gives the same as JSON', async () => {
    const { output } = await ultimatum('leaderboard', '--server', GUILD, '--json');
    expect(JSON.parse(output)).toMatchObject({ all: { cases: 6 }, issuers: [{ issuer: 'France' }, {}] });
  });

  it('explains itself', async () => {
    const { output } = await ultimatum('leaderboard', '--help');
    expect(output).toContain('ultimatum leaderboard --server ID [--json]');
    expect((await ultimatum('help')).output).toContain('issuer NAME --server ID [--json]');
  });
});
