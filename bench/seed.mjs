import { decide } from '../dist/src/domain/decide/index.js';
import { dayOf } from '../dist/src/domain/when.js';

const DAY = 86_400_000;
const ZONE = 'America/New_York';
const NOW = Date.parse('2025-07-14T15:00:00Z');

/** A deadline `days` after now, as a day in Washington. */
function deadline(days) {
  const { start, end } = dayOf(NOW + days * DAY, ZONE);
  return {
    words: `${days} days`,
    earliest: start,
    latest: end,
    precision: 'day',
    bound: 'by',
    zone: ZONE,
    zoneFrom: 'issuer',
    edtf: '',
    orSooner: false,
    openBeginning: false,
    assumed: [],
  };
}

async function change(store, guild, number, command, now) {
  const changed = await store.change(
    guild,
    number,
    (entries) => decide(entries, command, { now, by: 'bench' }),
    { now, announceDelay: 0, channel: null },
  );
  if (!changed.ok) throw new Error(JSON.stringify(changed.refusal));
}

const recording = (index, stated = NOW) => ({
  verb: 'record',
  issuers: [`Issuer ${index % 500}`],
  targets: [`Target ${index % 700}`],
  demand: `stop doing thing ${index}`,
  threat: 'severe measures',
  zone: ZONE,
  tags: [],
  deadline: deadline(1 + (index % 300)),
  stated: { start: stated, end: stated },
  statements: [],
});

/** Records `count` different ultimatums in one server through the product's own decisions. */
export async function seedUltimatums(store, guild, count) {
  for (let index = 1; index <= count; index += 1) await change(store, guild, null, recording(index), NOW);
}

const SOURCE = {
  quote: 'no later than that',
  url: 'https://www.example.com/news',
  outlet: null,
  grade: 'secondary',
  archive: null,
  seenIn: null,
};

/** Records `count` of the ten days before, every second one moved once; all but every fifth are withdrawn. */
export async function seedRecord(store, guild, count) {
  for (let number = 1; number <= count; number += 1) {
    const at = NOW - 10 * DAY + Math.floor((number * 9 * DAY) / count);
    const said = { stated: { start: at, end: at }, statements: [SOURCE] };
    await change(store, guild, null, recording(number, at), at);
    const moved = deadline(3 + (number % 300));
    if (number % 2 === 0) await change(store, guild, number, { verb: 'move', deadline: moved, ...said }, at);
    if (number % 5 > 0) await change(store, guild, number, { verb: 'withdraw', ...said }, at);
  }
}

export { NOW };
