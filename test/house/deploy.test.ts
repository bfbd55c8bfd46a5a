/** The files in `deploy` are what the programs that read them expect. What is not installed here is skipped by name. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wallNow } from '../../src/clock.js';
import { createMeasures } from '../../src/web/measures.js';
import { createMetrics } from '../../src/web/metrics.js';

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

it('the image runs without root', () => {
  expect(read('Dockerfile')).toMatch(/^USER node$/m);
});
