/** The tests that a change has to get past. Those that take seconds are left out, so what is killed is a lower bound. */
import { defineConfig } from 'vitest/config';

const SLOW = ['cron-oracle', 'disk-full', 'posting'];

export default defineConfig({
  test: {
    // MUTATION_TESTS names fewer files, where a part of the core is changed: most of the time goes into loading them.
    include: process.env['MUTATION_TESTS']?.split(' ') ?? ['test/{domain,scheduler}/*.test.ts'],
    exclude: SLOW.map((name) => `**/${name}.test.ts`),
    // Each change is met by a few of the histories that `npm test` tries, on one engine, and by no test of seconds.
    env: { PROPERTY_RUNS: '12', MUTATED: '1' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    isolate: false,
  },
});
