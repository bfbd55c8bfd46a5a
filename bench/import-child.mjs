/** `import FILE` in a process of its own, on a new database: what it took, and the most memory it had. */
import { spareMemory } from '../dist/src/cli/memory.js';
import { used } from './processor.mjs';

// As the command line does before it loads the command.
spareMemory();
const { importRecord } = await import('../dist/src/cli/import.js');

const [file, guild, databaseUrl] = process.argv.slice(2);
process.env.DATABASE_URL = databaseUrl;
process.stdout.write = () => true;
const [begun, usedBefore] = [performance.now(), used()];
const code = await importRecord([file, '--server', guild]);
const took = { ms: performance.now() - begun, cpu: used() - usedBefore };
// In kilobytes.
process.send({ code, ...took, rss: process.resourceUsage().maxRSS * 1024 });
