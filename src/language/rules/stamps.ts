import { rule, type Rule } from '../atom.js';
import { civil, instantOf } from '../civil.js';

/** Instants as machines write them: ISO 8601 with a time, and Discord's own timestamps. */
export const STAMPS: readonly Rule[] = [
  rule('<t:(\\d{1,12})(?::[a-z])?>', ([, seconds]) => ({
    kind: 'instant',
    resolve: () => Number(seconds) * 1000,
  })),
  rule(
    '(\\d{4})-(\\d{2})-(\\d{2})t(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(z|[+-]\\d{2}:?\\d{2})?',
    (match) => {
      const [whole, y, m, d, hour, minute, second, offset] = match;
      const day = civil(Number(y), Number(m), Number(d));
      if (day === null || Number(hour) > 24 || Number(minute) > 59) return null;
      const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
      if (offset === undefined)
        return { kind: 'instant', resolve: ({ zone }) => instantOf(day, seconds, zone) };
      const at = Date.parse((whole ?? '').toUpperCase());
      return { kind: 'instant', resolve: () => (Number.isNaN(at) ? null : at) };
    },
  ),
];
