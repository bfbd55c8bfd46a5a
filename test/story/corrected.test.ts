import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWashington, playStory, storyNamed, type PlayedStory } from '../../src/stage/play-story.js';
import { inEnglish } from '../support/headline.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let played: PlayedStory;
beforeAll(async () => {
  played = await playStory(await storyNamed('moscow-50-days-corrected'), {
    databaseUrl: 'sqlite::memory:',
    log: quiet,
  });
});
afterAll(() => played.close());

const posts = () =>
  played.happened.flatMap((one) =>
    one.kind === 'posted' && one.channel === 'ultimatums' && !one.text.includes('Running ultimatums')
      ? [one]
      : [],
  );
const heads = () =>
  posts().map(
    ({ at, text }) => `${inWashington(at)} ${(text.split('\n')[0] ?? '').replaceAll('**', '').split(':')[0]}`,
  );
/** The post as it stands at the end. */
const standing = (head: string) =>
  played.discord.messages('ultimatums').find(({ content }) => content.startsWith(`**${head}`))?.content;

const ultimatum = async () => {
  const [guild] = played.discord.world.guilds.keys();
  return played.bot.store.ultimatum(guild ?? '', 1);
};

describe('the founding case with a mistake in its outcome', () => {
  it('sets the outcome right in public on the next day, and says later what was lifted', () => {
    expect(heads()).toEqual([
      'Mon 14 Jul 11:30 New ultimatum U-1',
      'Mon 28 Jul 10:30 Deadline moved earlier',
      'Tue 29 Jul 15:00 Deadline narrowed',
      'Fri 1 Aug 09:00 7 days to the deadline',
      'Thu 7 Aug 09:00 Deadline tomorrow',
      'Sat 9 Aug 00:00 Deadline passed, outcome not yet recorded',
      'Sat 9 Aug 10:00 Outcome recorded',
      'Sun 10 Aug 14:30 Correction',
      'Tue 12 Aug 11:00 Outcome disputed',
      'Mon 2 Mar 10:00 Measures lifted',
    ]);
  });

  it('says what the outcome was and is, and why', () => {
    const correction = posts().find(({ text }) => text.startsWith('**Correction'))?.text;
    expect(correction).toContain('Was: Not met, not carried out (after 1 move)');
    expect(correction).toContain('Now: Not met, partly carried out (after 1 move)');
    expect(correction).toContain('Reason: We overlooked the order of 6 August');
    expect(standing('Outcome recorded')).toContain(
      'Corrected on 10 Aug: said "Not met, not carried out (after 1 move)" before.',
    );
  });

  it('ends undisputed, with the dispute and its end on record', async () => {
    const ended = await ultimatum();
    expect(ended?.disputed).toBe(false);
    expect(ended?.disputes).toMatchObject([{ closed: { how: 'not-upheld' } }]);
    expect(standing('Ultimatum U-1')).not.toContain('Disputed.');
  });

  it('ends with the measures lifted, and both sides of the outcome as they were', async () => {
    const ended = await ultimatum();
    expect(ended === null ? null : inEnglish(ended.headline)).toBe(
      'Not met, partly carried out (after 1 move); later lifted',
    );
    expect(ended?.outcomes).toMatchObject([{ outcome: { compliance: 'none', followThrough: 'partial' } }]);
    expect(standing('Measures lifted')).toContain('When: on 7 Feb 2026');
  });
});
