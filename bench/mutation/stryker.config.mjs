/** `npm run mutation`: changes the pure core one place at a time, and looks whether a test fails. */

import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the copies of the project are changed. */
const COPIES = 'artefacts/mutation/sandbox';

// The documented cases beside the project, where there are any, have to be beside its copies as well.
mkdirSync(COPIES, { recursive: true });
if (existsSync('../shared') && !existsSync(`${COPIES}/shared`))
  symlinkSync(resolve('../shared'), `${COPIES}/shared`);

/** What decides, folds and names; the whole of the domain and the language would be 16,000 changes. */
const CORE = [
  'src/domain/fold.ts',
  'src/domain/fold-state.ts',
  'src/domain/fold-finish.ts',
  'src/domain/headline.ts',
  'src/domain/versions.ts',
  'src/domain/corrections.ts',
  'src/domain/calendar-days.ts',
  'src/domain/reminders.ts',
  'src/domain/decide/*.ts',
  'src/domain/cron/*.ts',
  'src/scheduler/*.ts',
];

export default {
  mutate: CORE,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'bench/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // A table that is read once would need every test for each of its cells.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'artefacts/mutation/incremental.json',
  tempDirName: COPIES,
  ignorePatterns: ['artefacts', 'data', 'deploy', 'dist', 'docs/pictures'],
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'artefacts/mutation/report.json' },
  thresholds: { high: 90, low: 85, break: 85 },
};
