import { describe, expect, it } from 'vitest';
import { topicOf } from '../../../commands/help/help.js';
import { drawLines } from '../../../src/discord/draw.js';
import { helpLines, HELP_TOPICS } from '../../../src/wording/help.js';
import { english } from '../../../src/wording/index.js';

const helpText = (topic: string | undefined) => drawLines(helpLines(english, topicOf(topic)));

describe('/help', () => {
  it.each(HELP_TOPICS)('fits the topic %s into one message', (topic) => {
    expect(helpText(topic).length).toBeLessThanOrEqual(2000);
  });

  it('offers every topic of the catalogue, and no more than Discord shows', () => {
    expect([...HELP_TOPICS].sort()).toEqual(Object.keys(english.help.topics).sort());
    expect(HELP_TOPICS.length).toBeLessThanOrEqual(25);
  });

  it('shows the first topic if the topic does not exist', () => {
    expect(helpText(undefined)).toBe(helpText('start'));
    expect(helpText('toString')).toBe(helpText('start'));
  });

  it('names no command that does not exist', () => {
    expect(HELP_TOPICS.map(helpText).join('\n')).not.toMatch(/\bFollow\b|forecast/);
  });
});
