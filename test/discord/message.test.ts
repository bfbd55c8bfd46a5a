import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../src/drafting/post-source.js';
import { pressedMessage } from '../../src/discord/message.js';
import { LAID_OUT, ODD } from '../fuzz/documented.js';

const SENT = '2025-07-15T09:00:00.000Z';

/** A message as Discord sends it, as far as it is read. */
function pressed(parts: object) {
  const message = { id: '1', channel_id: '2', content: '', embeds: [], timestamp: SENT, ...parts };
  return pressedMessage(message, '3');
}

const ARTICLE = 'https://www.bbc.com/news/articles/c1?at_medium=RSS';
const PREVIEW = {
  url: ARTICLE,
  title: 'Trump gives Putin 50 days to agree to a ceasefire',
  description: 'The US president said he was "very unhappy".',
  provider: { name: 'BBC News' },
  timestamp: '2025-07-14T18:30:00.000Z',
};

describe('a long-pressed message', () => {
  it('is read with the previews of its links, each text once', () => {
    const { text, at, links } = pressed({ content: `${PREVIEW.title}\n${ARTICLE}`, embeds: [PREVIEW] });
    expect(text.match(/Trump gives Putin/g)).toHaveLength(1);
    expect(text).toContain('very unhappy');
    expect(links).toEqual([ARTICLE]);
    expect(new Date(at).toISOString()).toBe(PREVIEW.timestamp);
  });

  it('is read as the message that it forwards, with the time of that post', () => {
    const forwarded = {
      content: `So it begins ${ARTICLE}.`,
      embeds: [],
      timestamp: '2025-07-14T20:00:00.000Z',
    };
    const { text, at, links, url } = pressed({ message_snapshots: [{ message: forwarded }] });
    expect(text).toContain('So it begins');
    expect(links).toEqual([ARTICLE]);
    expect(new Date(at).toISOString()).toBe(forwarded.timestamp);
    expect(url).toBe('https://discord.com/channels/3/2/1');
  });

  it('is read if its text is laid out as components', () => {
    const { text, links } = pressed({ components: LAID_OUT });
    expect(text).toBe('Trump gives Putin 50 days to agree to a ceasefire\nRead https://a.example/story.');
    expect(links).toEqual(['https://a.example/story', 'https://a.example/open']);
  });

  it('is read as empty if its fields are missing, null or of another type', () => {
    const id = '1394672530000000000';
    const sent = Number(BigInt(id) >> 22n) + Date.UTC(2015);
    for (const odd of ODD) {
      const fields = { content: odd, embeds: odd, timestamp: odd, message_snapshots: odd, components: odd };
      const { text, at } = pressedMessage({ id, channel_id: '2', ...fields }, '3');
      expect([text === '' || text === odd, at]).toEqual([true, sent]);
    }
    for (const odd of ODD) expect(pressedMessage(odd, '3').text).toBe('');
  });

  it('takes the time of the post if its preview is younger or very old', () => {
    const { at } = pressed({ embeds: [{ ...PREVIEW, timestamp: '2026-01-01T00:00:00.000Z' }] });
    expect(new Date(at).toISOString()).toBe(SENT);
    const old = pressed({ embeds: [{ ...PREVIEW, timestamp: '2024-01-01T00:00:00.000Z' }] });
    expect(new Date(old.at).toISOString()).toBe(SENT);
  });

  it.each([
    ['see https://a.example/x_(y).', 'https://a.example/x_(y)'],
    ['(https://a.example/x), and', 'https://a.example/x'],
    ['[the report](https://a.example/x)', 'https://a.example/x'],
    ['**https://a.example/x**', 'https://a.example/x'],
    ['<https://a.example/x>', 'https://a.example/x'],
    [
      'https://cdn.discordapp.com/attachments/1/2/a.png https://discord.gg/x https://a.example/x',
      'https://a.example/x',
    ],
    ['https://tenor.com/view/x', ''],
    ['https://discord.com/channels/1/2/3', ''],
  ])('finds the source in "%s"', (content, link) => {
    expect(sourceOf(pressed({ content })).link).toBe(link);
  });

  it('names the outlet: the site, or the author on a platform', () => {
    const outlet = (embed: object) => sourceOf(pressed({ embeds: [embed] })).outlet?.name;
    expect(outlet(PREVIEW)).toBe('BBC News');
    const post = { url: 'https://x.com/Reuters/status/1', author: { name: 'Reuters (@Reuters)' } };
    expect(outlet(post)).toBe('Reuters');
    expect(outlet({ ...post, provider: { name: 'FxTwitter / FixupX' } })).toBe('Reuters');
    expect(outlet({ url: ARTICLE })).toBeUndefined();
  });
});
