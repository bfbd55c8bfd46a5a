/** The files in `deploy` are what the programs that read them expect. What is not installed here is skipped by name. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wallNow } from '../../src/clock.js';
import { projectPath } from '../../src/paths.js';
import { createMeasures } from '../../src/web/measures.js';
import { createMetrics } from '../../src/web/metrics.js';
import { start } from './process.js';

const run = (program: string, ...args: readonly string[]) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}`, missing: error !== undefined };
};
const lacks = (program: string) => run(program, '--version').missing;
const read = (file: string) => readFileSync(`deploy/${file}`, 'utf8');

const noSystemd = lacks('systemd-analyze');
const noPromtool = lacks('promtool');

describe.skipIf(noSystemd)(`the systemd unit${noSystemd ? ' (no systemd-analyze here)' : ''}`, () => {
  it('is one that systemd understands', () => {
    expect(run('systemd-analyze', 'verify', 'deploy/ultimatum.service')).toMatchObject({
      status: 0,
      output: '',
    });
  });

  it('is exposed by 1.5 at most', () => {
    const { output } = run('systemd-analyze', 'security', '--offline=true', 'deploy/ultimatum.service');
    const level = /exposure level for ultimatum\.service: (\d+\.\d+)/.exec(output)?.[1];
    expect(Number(level)).toBeLessThanOrEqual(1.5);
  });
});

it('the systemd unit is not restarted after exit code 78', () => {
  expect(read('ultimatum.service')).toMatch(/^RestartPreventExitStatus=78$/m);
});

describe('the alerts', () => {
  it.skipIf(noPromtool)(`are valid${noPromtool ? ' (no promtool here)' : ''}`, () => {
    expect(run('promtool', 'check', 'rules', 'deploy/alerts.yml').status).toBe(0);
  });

  it('ask for metrics that there are', () => {
    const none = () => 0;
    const counts = { uncaught: none, reconnects: none, identifiesToday: none, wallNow };
    const zero = () => Promise.resolve(0);
    const store = { counts: () => Promise.resolve([]), nextDue: zero, duePosts: zero, budgetAhead: zero };
    const there = createMetrics(store, none, counts, createMeasures())
      .getMetricsAsArray()
      .map(({ name }) => name);
    const asked = (read('alerts.yml').match(/ultimatum_\w+/g) ?? []).map((name) =>
      name.replace(/_(?:bucket|count|sum)$/, ''),
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => !there.includes(name))).toEqual([]);
  });
});

const noLinter = lacks('hadolint');

describe('the image', () => {
  it.skipIf(noLinter)(`has no fault that a linter finds${noLinter ? ' (no hadolint here)' : ''}`, () => {
    expect(run('hadolint', 'deploy/Dockerfile')).toMatchObject({ status: 0, output: '' });
  });

  it('runs without root', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
  });

  it('is built from the sources alone: no secret, no record and no module of this machine', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['**/node_modules', '.git', '.env', 'data', 'dist']));
  });

  it('holds all that the bot needs to start, also without a token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
    const copied = [...read('Dockerfile').matchAll(/^COPY --from=build \/app\/(\S+) \.\/(\S*)$/gm)];
    for (const [, from = '', to = ''] of copied) {
      const place = join(folder, to === '' ? from : to);
      // Where a program lies it looks for the rest; the modules are the same everywhere.
      if (from === 'node_modules') symlinkSync(projectPath(from), place);
      else cpSync(projectPath(from), place, { recursive: true });
    }
    try {
      const bot = start({ PORT: '0' }, [join(folder, 'dist/src/main.js')], folder);
      await bot.said(/in a browser/);
      bot.child.kill('SIGTERM');
      expect(await bot.ended).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
