import { describe, expect, it } from 'vitest';
import { helpText, TOPIC_CHOICES } from '../../../commands/help/topics.js';

describe('/help', () => {
  it.each(TOPIC_CHOICES.map(({ value }) => value))('%s fits one message', (topic) => {
    expect(helpText(topic).length).toBeLessThanOrEqual(2000);
  });

  it('offers no more topics than Discord shows', () => {
    expect(TOPIC_CHOICES.length).toBeLessThanOrEqual(25);
  });

  it('begins at the beginning, also for a topic that is not there', () => {
    expect(helpText(undefined)).toBe(helpText('start'));
    expect(helpText('toString')).toBe(helpText('start'));
  });

  it('names nothing that does not work yet', () => {
    const all = TOPIC_CHOICES.map(({ value }) => helpText(value)).join('\n');
    expect(all).not.toMatch(/\bFollow\b|forecast/);
  });
});
