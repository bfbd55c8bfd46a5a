import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { allStories, playStory, type PlayedStory } from '../../src/stage/play-story.js';
import { inEnglish } from '../support/headline.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TIMELINE = projectPath('..', 'shared', 'data', 'timeline.json');
const there = existsSync(TIMELINE);
if (!there) console.log('the timeline is not beside this clone: the stories are not compared with it');

/** Which documented case a story tells. */
const CASE: Readonly<Record<string, string>> = {
  'moscow-50-days': 'trump-russia-2025',
  'moscow-50-days-corrected': 'trump-russia-2025',
  'canada-digital-tax': 'trump-canada-dst-2025',
  'detroit-strike': 'uaw-2023-sept-14',
  'five-bullet-points': 'opm-five-things-2025',
  'thirteen-demands': 'qatar-2017',
  'china-tariffs-2019': 'us-china-march-2019',
  'leaving-afghanistan': 'doha-afghanistan',
};

/** What a story tells beyond the end of its case. */
const LATER: Readonly<Record<string, string>> = { 'moscow-50-days-corrected': '; later lifted' };

interface Documented {
  readonly id: string;
  readonly expect: { readonly headline: string };
}

const documented = there ? (JSON.parse(readFileSync(TIMELINE, 'utf8')) as Documented[]) : [];
const stories = (await allStories()).filter((one) => one.scenes.length > 0);

let played: PlayedStory | null = null;
afterEach(async () => {
  await played?.close();
  played = null;
});

describe('the stories that the page offers', () => {
  it('cover at least six different outcomes, each a documented case', () => {
    expect(new Set(stories.map(({ path }) => path)).size).toBeGreaterThanOrEqual(6);
    expect(stories.filter(({ id }) => !(id in CASE))).toEqual([]);
  });

  it.each(stories)('$id ends with the headline that is documented', async (story) => {
    played = await playStory(story, { databaseUrl: 'sqlite::memory:', log: quiet });
    const guild = [...played.discord.world.guilds.keys()][0] ?? '';
    const ultimatum = await played.bot.store.ultimatum(guild, 1);
    const ended = documented.find(({ id }) => id === CASE[story.id])?.expect.headline;
    const wanted = `${ended}${LATER[story.id] ?? ''}`;
    // Without the timeline beside it, a story still has to be played to its end without a refusal that throws.
    const headline = ultimatum == null ? null : inEnglish(ultimatum.headline);
    expect(headline).toBe(there ? wanted : headline);
    expect(ultimatum).not.toBeNull();
    const late = { shown: 'late', now: story.end, limit: 100, offset: 0 } as const;
    expect(await played.bot.store.log(guild, late)).toEqual([]);
  });
});
