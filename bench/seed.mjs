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

const outcomeOf = (number) => ({
  compliance: ['full', 'none', 'partial', 'none', 'negotiated'][number % 5],
  followThrough: ['not-due', 'full', 'none', 'none', 'not-due'][number % 5],
  complied: null,
  acted: number % 5 === 1 ? { start: NOW + 4 * DAY, end: NOW + 4 * DAY } : null,
  note: null,
});

/**
 * Records `count` with a deadline tomorrow, every third one moved, and closes most of them twenty days later. Every tenth
 * is of one issuer, the others of a hundred.
 */
export async function seedClosed(store, guild, count) {
  const later = NOW + 20 * DAY;
  const said = (at) => ({ stated: { start: at, end: at }, statements: [{ ...SOURCE, grade: 'primary' }] });
  for (let number = 1; number <= count; number += 1) {
    const issuers = [number % 10 === 0 ? 'Busy' : `Issuer ${number % 100}`];
    const record = { ...recording(number), issuers, deadline: deadline(1), ...said(NOW - 2 * DAY) };
    await change(store, guild, null, record, NOW - 2 * DAY);
    if (number % 3 === 0)
      await change(store, guild, number, { verb: 'move', deadline: deadline(2), ...said(NOW) }, NOW);
    if (number % 7 === 0) continue;
    await change(store, guild, number, { verb: 'lapse' }, later);
    const outcome = outcomeOf(number);
    const complied = ['full', 'partial', 'negotiated'].includes(outcome.compliance);
    const dated = { ...outcome, complied: complied ? { start: NOW, end: NOW } : null };
    await change(store, guild, number, { verb: 'outcome', outcome: dated, ...said(later) }, later);
  }
}

export { NOW };
