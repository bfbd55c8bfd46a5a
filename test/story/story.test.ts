import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FOUNDING_CASE,
  inWashington,
  playStory,
  storyNamed,
  type StoryEvent,
  type PlayedStory,
} from '../../src/stage/play-story.js';
import { openapiCheck } from '../support/openapi.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const api = openapiCheck();

let played: PlayedStory;
beforeAll(async () => {
  played = await playStory(await storyNamed(FOUNDING_CASE), {
    databaseUrl: 'sqlite::memory:',
    log: quiet,
    ...(api === null ? {} : { onRequest: api.check }),
  });
});
afterAll(() => played.close());

type Post = Exclude<StoryEvent, { kind: 'typed' }>;
const posts = (channel = 'ultimatums') =>
  played.happened.filter((one): one is Post => one.kind === 'posted' && one.channel === channel);
/** `Fri 1 Aug 09:00 **7 days to the deadline`. */
const heads = (channel?: string) =>
  posts(channel).map(
    ({ at, text }) => `${inWashington(at)} ${(text.split('\n')[0] ?? '').replaceAll('**', '').split(':')[0]}`,
  );
const notDigests = () => heads().filter((head) => !head.includes('Running ultimatums'));

describe('the founding case, as members type it', () => {
  it('posts each announcement and milestone at its own instant in Washington, and nothing else', () => {
    expect(notDigests()).toEqual([
      'Mon 14 Jul 11:30 New ultimatum U-1',
      'Mon 28 Jul 10:30 Deadline moved earlier',
      'Tue 29 Jul 15:00 Deadline narrowed',
      'Fri 1 Aug 09:00 7 days to the deadline',
      'Thu 7 Aug 09:00 Deadline tomorrow',
      'Sat 9 Aug 00:00 Deadline passed, outcome not yet recorded',
      'Sun 10 Aug 14:00 Outcome recorded',
      'Tue 12 Aug 11:00 Outcome disputed',
    ]);
  });

  it('posts one digest each day at 09:00 while it runs, from 15 July to 8 August', () => {
    const digests = heads().filter((head) => head.includes('Running ultimatums'));
    expect(digests).toHaveLength(25);
    expect(digests[0]).toMatch(/^Tue 15 Jul 09:00/);
    expect(digests.at(-1)).toMatch(/^Fri 8 Aug 09:00/);
    expect(digests.every((head) => head.includes(' 09:00 '))).toBe(true);
  });

  it('nudges the curators once, on the day after it passed, and never after the outcome', () => {
    expect(heads('review')).toEqual(['Sun 10 Aug 09:00 1 deadline passed and not yet reviewed']);
  });

  it('never posts a deadline after its move, nor a countdown after the outcome', () => {
    const moved = Date.parse('2025-07-28T14:30:00Z');
    const exact = Date.parse('2025-07-29T19:00:00Z');
    const texts = (after: number) => posts().filter(({ at }) => at > after);
    const counts = ({ text }: Post) => /Running|days to the deadline|tomorrow/.test(text);
    const shows = (tag: string) => (post: Post) => counts(post) && post.text.includes(tag);
    expect(texts(moved).filter(shows('<t:1756871940:R>'))).toEqual([]);
    expect(texts(exact).filter(shows('<t:1754798340:R>'))).toEqual([]);
    expect(texts(Date.parse('2025-08-10T18:00:00Z')).filter(counts)).toEqual([]);
  });

  it('refuses "as early as next week" and says what to do instead', () => {
    const refused = played.happened.find((one) => one.kind === 'typed' && one.told.includes('as early as'));
    expect(refused?.kind === 'typed' && refused.answer).toMatch(/not a deadline.*Give the last day/s);
  });

  it('ends with the outcome, one move, a slip of 25 days and a dispute', async () => {
    const [guild] = played.discord.world.guilds.values();
    const ultimatum = await played.bot.store.ultimatum(guild?.id ?? '', 1);
    expect(ultimatum).toMatchObject({
      headline: {
        kind: 'verdict',
        verdict: { what: 'not-met-partly-carried-out', timing: null, undated: false, thenWithdrawn: false },
        moves: 1,
      },
      moves: 1,
      slip: -25,
      disputed: true,
      state: 'resolved',
    });
    expect(ultimatum?.versions.map(({ became }) => became.map(({ kind }) => kind))).toEqual([
      ['moved'],
      ['made-exact'],
      ['passed', 'resolved'],
    ]);
  });

  it('has the deadlines that the README tells of', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| \w{3} \d.*?\("(.*?)"\)|^\| \d.*?\("(.*?)"\)/gm)];
    const [guild] = played.discord.world.guilds.values();
    const ultimatum = await played.bot.store.ultimatum(guild?.id ?? '', 1);
    expect(rows.map(([, day, days]) => day ?? days)).toEqual(
      ultimatum?.versions.map(({ reading }) => reading.words),
    );
  });

  it('names the two outlets that the outcome rests on, each with its kind', () => {
    const outcome = posts().find(({ text }) => text.includes('Outcome recorded'))?.text ?? '';
    expect(outcome).toMatch(/\[thesgnl\.com\]\(https:\/\/www\.thesgnl\.com[^)]*\), page/);
    expect(outcome).toMatch(/\[foxbusiness\.com\]\(https:\/\/www\.foxbusiness\.com[^)]*\), news report/);
  });

  it('leaves no card that counts down to an old deadline', () => {
    const [card] = played.discord.messages('ultimatums');
    expect(card?.content).toContain('U-1: Donald Trump to Russia');
    expect(card?.content).not.toContain('<t:1756871940:R>');
    expect(card?.editedAt).toBeDefined();
  });

  it('leaves no post of an old deadline waiting', async () => {
    const [guild] = played.discord.world.guilds.values();
    const waiting = await played.bot.store.deliveries(guild?.id ?? '', {
      number: 1,
      status: 'pending',
      limit: 100,
    });
    expect(waiting).toEqual([]);
  });
});

describe.skipIf(api === null)(
  `Discord's own description${api === null ? ' (skipped: no shared data beside)' : ''}`,
  () => {
    it('is kept by every request of the bot', () => {
      console.info(`OpenAPI: ${api?.covered.length} operations covered: ${api?.covered.join(', ')}`);
      expect(
        api?.violations.map(({ operation, where, problems }) => ({ operation, where, problems })),
      ).toEqual([]);
      expect(api?.covered).toContain('POST /channels/{channel_id}/messages');
    });
  },
);
