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

/** Records `count` different ultimatums in one server through the product's own decisions. */
export async function seedUltimatums(store, guild, count) {
  for (let index = 1; index <= count; index += 1) {
    const command = {
      verb: 'record',
      issuer: `Issuer ${index % 500}`,
      targets: [`Target ${index % 700}`],
      demand: `stop doing thing ${index}`,
      threat: 'severe measures',
      zone: ZONE,
      tags: [],
      deadline: deadline(1 + (index % 300)),
      stated: { start: NOW, end: NOW },
      statements: [],
    };
    const changing = { now: NOW, announceDelay: 0, channel: null };
    const changed = await store.change(
      guild,
      null,
      (entries) => decide(entries, command, { now: NOW, by: 'bench' }),
      changing,
    );
    if (!changed.ok) throw new Error(JSON.stringify(changed.refusal));
  }
}

export { NOW };
