/** The thread that reads a file: what it says, and that nothing else ends with it. */
import { describe, expect, it } from 'vitest';
import { onReadingThread, type ReadingJob } from '../../../src/drafting/import/reading-thread.js';
import { GUILD, instant } from '../../store/founding.js';

const jobOf = (text: string | Uint8Array, name = 't.csv'): ReadingJob => ({
  name,
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
  guild: GUILD,
  mapping: { columns: {}, fixed: {}, codes: {} },
  reader: {
    now: instant('2027-07-01T00:00:00Z'),
    zone: 'UTC',
    locale: 'en-GB',
    by: 'importer',
    issuers: [{ name: 'Austria-Hungary', aliases: ['k. u. k.'] }],
  },
});
const desk = {
  next: () => Promise.resolve([]),
  imported: () => Promise.resolve(new Map<number, number>()),
  people: () => Promise.resolve([]),
};
const COUNT = 450;
const TABLE = [
  'Issuer,Target,Demand,Deadline,Stated',
  ...Array.from({ length: COUNT }, (_, at) => `K. u. k.,B ${at},leave,2025-09-02,2025-07-14`),
].join('\n');

const planOf = (job: ReadingJob) => onReadingThread(job, (thread) => thread.plan(desk));

describe('a file on a thread of its own', () => {
  it('is told as a plan, and then row by row as often as it is asked', async () => {
    const read = await onReadingThread(jobOf(TABLE), async (thread) => {
      const plan = await thread.plan(desk);
      const rows = [];
      for await (const row of thread.rows()) rows.push(row);
      return { plan, rows };
    });
    expect(read.plan).toMatchObject({ kind: 'plan', faults: [], fresh: { length: COUNT } });
    expect(read.rows.map(({ row }) => row)).toEqual(Array.from({ length: COUNT }, (_, at) => at + 2));
    expect(read.rows[0]?.entries).toContain('"issuers":["Austria-Hungary"]');
  });

  it('that holds no text is refused by its name', async () => {
    expect(await planOf(jobOf(Uint8Array.of(0xff, 0xfe, 0x00), 'a.csv'))).toEqual({
      kind: 'wrong-type',
      name: 'a.csv',
    });
  });

  it('that takes too much memory ends the thread and nothing else, and the next one is read', async () => {
    const plan = onReadingThread(jobOf(TABLE), (thread) => thread.plan(desk), { maxOldGenerationSizeMb: 8 });
    const next = planOf(jobOf(TABLE));
    expect(await plan).toEqual({ kind: 'too-much' });
    expect(await next).toMatchObject({ kind: 'plan' });
  });
});
