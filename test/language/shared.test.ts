import { existsSync, readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDeadline } from '../../src/language/index.js';

const file = (name: string) => new URL(`../../../shared/data/${name}`, import.meta.url);
const here = existsSync(file('deadline-sentences.json'));
const load = <T>(name: string, schema: z.ZodType<T>): readonly T[] =>
  here ? z.array(schema).parse(JSON.parse(readFileSync(file(name), 'utf8'))) : [];

const instant = z.string().nullable().optional();
const sentences = load(
  'deadline-sentences.json',
  z.object({
    text: z.string(),
    ref_local: z.string(),
    default_tz: z.string(),
    expect: z.object({ kind: z.string(), earliest: instant, latest: instant }),
  }),
);
const phrases = load(
  'deadline-phrases.json',
  z.object({
    input: z.string(),
    ref: z.string().nullish(),
    tz: z.string().nullish(),
    kind: z.string().nullish(),
    expect: z.string(),
    end_exclusive: z.string().nullish(),
    tolerance_s: z.number().nullish(),
  }),
);

type Verdict = 'right' | 'asked' | 'asked wrong' | 'refused' | 'silently wrong';
const NO_DEADLINE = new Set(['not_before', 'vague', 'no_deadline']);

function verdict(words: string, at: DateTime, zone: string, isRight: (latest: number) => boolean): Verdict {
  const result = readDeadline(words, { at: at.toMillis(), clock: true, zone, zoneFrom: 'issuer' });
  const readings =
    result.kind === 'read' ? [result.reading] : result.kind === 'ambiguous' ? result.candidates : [];
  if (readings.length === 0) return 'refused';
  const right = readings.some((reading) => reading.latest !== null && isRight(reading.latest));
  if (!right) return result.kind === 'read' ? 'silently wrong' : 'asked wrong';
  return result.kind === 'read' ? 'right' : 'asked';
}

describe.skipIf(!here)(
  `deadline sentences as really made${here ? '' : ' (skipped: no shared data beside)'}`,
  () => {
    it.each(sentences)('$text', ({ text, ref_local, default_tz, expect: wanted }) => {
      const at = DateTime.fromISO(ref_local, { zone: default_tz });
      const latest = Date.parse(wanted.latest ?? '');
      const found = verdict(text, at, default_tz, (one) => one === latest);
      expect(NO_DEADLINE.has(wanted.kind) ? ['refused'] : ['right', 'asked']).toContain(found);
    });
  },
);

describe.skipIf(!here)(`public phrases${here ? '' : ' (skipped: no shared data beside)'}`, () => {
  const share = (part: number, whole: number) => part / whole;

  it('phrases with a date: at least 85 % are read right, and at most 5 % wrong without a question', () => {
    const dated = phrases.filter(({ expect: kind }) => kind !== 'none').map(judged);
    const count = (...verdicts: readonly Verdict[]) => dated.filter((one) => verdicts.includes(one)).length;
    expect(share(count('right', 'asked'), dated.length)).toBeGreaterThanOrEqual(0.85);
    expect(share(count('silently wrong'), dated.length)).toBeLessThanOrEqual(0.05);
  });

  it('phrases without a date: at most 3 % are given one', () => {
    const undated = phrases.filter(({ expect: kind }) => kind === 'none').map(judged);
    expect(share(undated.filter((one) => one !== 'refused').length, undated.length)).toBeLessThanOrEqual(
      0.03,
    );
  });
});

function judged(one: (typeof phrases)[number]): Verdict {
  const zone = /^[+-]/.test(one.tz ?? '') ? `UTC${one.tz}` : (one.tz ?? 'UTC');
  const at = DateTime.fromISO((one.ref ?? '2025-07-14T12:00:00').slice(0, 19), { zone });
  const end = DateTime.fromISO(one.end_exclusive ?? '', { zone });
  const sameDay = (latest: number) =>
    DateTime.fromMillis(latest - 1, { zone }).hasSame(end.minus({ milliseconds: 1 }), 'day');
  const near = (latest: number) => Math.abs(latest - end.toMillis()) <= (one.tolerance_s ?? 0) * 1000;
  return verdict(one.input, at, zone, one.kind === 'day' ? sameDay : near);
}
