import { Cluster } from '../../dist/test/cluster/cluster.js';
import { askOverHttp } from '../../dist/test/cluster/over-http.js';
import { ownPostgres } from '../../dist/test/support/own-postgres.js';
import { wrongIn } from './wrong.mjs';

const AT_ONCE = 16;

/** Signed interactions through two replicas, one of them restarted in the middle; the result is what went wrong. */
export async function restarted({ count, patience }) {
  const postgres = await ownPostgres();
  const cluster = await Cluster.open({
    url: postgres.url,
    places: 40,
    each: 1,
    perSecond: 50,
    maxConcurrency: 1,
    gateways: 0,
    workers: 0,
    webs: 2,
    firstAnswerMs: patience * 1000,
  });
  const began = performance.now();
  const middle = () => cluster.webs[0].restart();
  const answers = await askOverHttp(cluster, { count, atOnce: AT_ONCE, middle });
  const seconds = (performance.now() - began) / 1000;
  const faults = cluster.webs.flatMap((web) => web.faults);
  await cluster.close();
  await postgres.remove();
  console.table([
    {
      'signed interactions': answers.asked,
      accepted: answers.accepted,
      'lost of those': answers.lost.length,
      twice: answers.twice.length,
      'sent again': answers.repeated,
      'taken again': answers.takenAgain.length,
      'a second': Math.round(count / seconds),
    },
  ]);
  return wrongIn({ ...answers, faults });
}
