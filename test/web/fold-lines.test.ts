/** Lines of a calendar: folded as short as they must be, and read back the same. */
import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { foldLines } from '../../src/web/site/feeds/fold-lines.js';

const text = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 120 }), { maxLength: 4 })
  .map((lines) => lines.map((line) => line.replaceAll(/[\r\n]/g, '')).join('\r\n'));

describe('a long line of a calendar', () => {
  it('goes on in lines of at most 75 bytes, and loses nothing', () => {
    const property = fc.property(text, (whole) => {
      const folded = foldLines(whole);
      expect(folded.replaceAll('\r\n ', '')).toBe(whole.replaceAll('\r\n ', ''));
      for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(folded).not.toMatch(/[\uD800-\uDBFF]\r\n/);
    });
    expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow();
  });
});
