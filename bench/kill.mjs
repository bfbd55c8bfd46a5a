/**
 * `node bench/kill.mjs [UNDER-LOAD]`: the bot killed at every step, then as it is shipped at random instants under load.
 * Ends with 1 if a post was lost, doubled or of a dead deadline, or a press was lost, did nothing or acted twice. Needs
 * `npm run build`.
 */
import { killMatrix } from '../dist/test/kill/matrix.js';
import { killUnderLoad } from '../dist/test/kill/shipped.js';
import { sqlitePlace } from '../dist/test/kill/world.js';

const underLoad = Number(process.argv[2] ?? 200);
const EACH = 20;
/** More than there are. */
const ALL = 1_000_000;

const middle = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]?.toFixed(0);

function row(what, kills, { lost, doubled, stray, reworded, record }) {
  return {
    what,
    kills,
    lost: lost.length,
    doubled: doubled.length,
    'of a dead deadline': stray.length,
    'other words or rows': reworded.length + record.length,
  };
}

/** Where something is done that a person confirmed with a button, and the planning that follows from it. */
const PRESSES = ['accept', 'continue', 'countdown', 'keep', 'merge', 'plan', 'propose', 'set up'];

function pressRow({ kills, difference }) {
  const inPresses = [...kills].filter(([point]) => PRESSES.includes(point.split(':')[0]));
  return {
    what: 'presses, at every step',
    kills: inPresses.reduce((sum, [, count]) => sum + count, 0),
    lost: difference.lostPresses.length,
    'done without act': difference.doneWithoutAct.length,
    'acted twice': difference.actedTwice.length,
  };
}

const everyStep = await killMatrix({ place: sqlitePlace, kills: ALL });
const kills = [...everyStep.kills.values()].reduce((sum, count) => sum + count, 0);
console.table(Object.fromEntries(everyStep.kills));
if (everyStep.missed.length > 0) console.info('Nobody came by:', everyStep.missed);

const mornings = Math.ceil(underLoad / EACH);
const loaded = await killUnderLoad(sqlitePlace, { mornings, each: EACH, seed: 7 });

const rows = [
  row('at every step', kills, everyStep.difference),
  row(`under load, ${loaded.posts} posts`, loaded.kills, loaded.difference),
];
console.table(rows);
console.table([pressRow(everyStep)]);
console.info(
  `Claims of a killed process are taken up ${middle(everyStep.takenUp)} ms (median) after the next starts.`,
);
const wrong = [everyStep, loaded].flatMap(({ difference }) => Object.values(difference).flat());
if (wrong.length > 0) console.error(wrong.slice(0, 20).join('\n'));
process.exit(wrong.length > 0 ? 1 : 0);
