/**
 * `npm run bench`: the product beside its peers in one run, as ratios, written to `docs/performance.md`.
 * `npm run bench -- --quick` does less of each and writes nothing; `npm run bench -- late drain` only these.
 */
import { latency, memory } from './answers.mjs';
import { SECTIONS } from './beat/index.mjs';
import { dropDatabases } from './databases.mjs';
import { site } from './site.mjs';
import { sharding } from './shards.mjs';
import { imports } from './imports.mjs';
import { records } from './records.mjs';
import { readings } from './speech.mjs';
import { report } from './table.mjs';
import { timelines } from './timelines.mjs';

const given = process.argv.slice(2);
const quick = given.includes('--quick');
const wanted = given.filter((word) => !word.startsWith('--'));
const sections = { latency, memory, sharding, readings, timelines, site, records, imports, ...SECTIONS };

const unknown = wanted.find((name) => sections[name] === undefined);
if (unknown !== undefined) {
  console.error(`Nothing is called ${unknown}; there is ${Object.keys(sections).join(', ')}.`);
  process.exit(1);
}
try {
  for (const [name, measure] of Object.entries(sections))
    if (wanted.length === 0 || wanted.includes(name)) await measure({ quick });
} finally {
  await dropDatabases();
}
report(quick || wanted.length > 0 ? null : 'docs/performance.md');
process.exit(0);
