/**
 * `npm run bench:cluster`: processes on a PostgreSQL of their own, killed while they work. Ends with 1 if a post was lost or
 * doubled, Discord answered 429, or an interaction was answered twice or never. For less: `--posts 2000 --seconds 30
 * --http 5000`; 0 leaves a part out. `--patience 20` where the machine is busy: seconds that Discord waits for an answer,
 * 3 in truth. `--without nonces` or `--without leases` takes out what holds, to see it fail.
 */
import { parseArgs } from 'node:util';
import { killed } from './cluster/killed.mjs';
import { restarted } from './cluster/restarted.mjs';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '120' },
    http: { type: 'string', default: '100000' },
    patience: { type: 'string', default: '3' },
    without: { type: 'string' },
  },
});
const [posts, seconds, http, patience] = [values.posts, values.seconds, values.http, values.patience].map(
  Number,
);

const wrong = [];
if (posts > 0) wrong.push(...(await killed({ posts, seconds, patience, without: values.without })));
if (http > 0) wrong.push(...(await restarted({ count: http, patience })));
for (const { what, found } of wrong) console.error(`${what}:`, found.slice(0, 10));
process.exit(wrong.length > 0 ? 1 : 0);
