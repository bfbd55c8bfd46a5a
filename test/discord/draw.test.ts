import { describe, expect, it } from 'vitest';
import { drawLines, drawText } from '../../src/discord/draw.js';
import { plainText } from '../../src/wording/plain-text.js';
import {
  code,
  command,
  head,
  item,
  link,
  mention,
  plain,
  said,
  small,
  strike,
  title,
} from '../../src/wording/parts.js';
import { t } from '../../src/wording/text.js';

describe('a line drawn for Discord', () => {
  it('shows what a person typed as it stands', () => {
    expect(drawText([said('**@everyone** <@1> https://evil.example discord.gg/x [a](b)')])).toBe(
      String.raw`\*\*＠everyone\*\* ‹@1\> https\://evil.example discord\.gg/x \[a\](b)`,
    );
    expect(drawText([said('# loud')])).toBe(String.raw`\# loud`);
  });

  it('draws the parts that only Discord has', () => {
    const instant = Date.UTC(2025, 7, 9, 4);
    expect(drawText([{ kind: 'time', instant, style: 'relative', text: 'in 2 days' }])).toBe(
      '<t:1754712000:R>',
    );
    expect(drawText([mention('channel', '1'), mention('role', '2'), mention('user', '3')])).toBe(
      '<#1><@&2><@3>',
    );
    expect(drawText([link('https://a.example', t`A`, 'a.example')])).toBe('[A](https://a.example)');
    expect(drawText([strike([said('~~a')])])).toBe(String.raw`~~\~\~a~~`);
    expect(drawText(t`Use ${command('ultimatum move')} with ${code('a`b')}`)).toBe(
      "Use /ultimatum move with `a'b`",
    );
  });

  it('gives each kind of line its mark and leaves out what is missing', () => {
    expect(drawLines([title(t`a`), head(t`b`), null, plain(t`c`), item(t`d`), small(t`e`)])).toBe(
      '### a\n**b**\nc\n- d\n-# e',
    );
  });

  it('escapes nothing in a label', () => {
    expect(plainText([said('**a**'), link('https://a.example', t`b`, 'a.example')])).toBe('**a**b');
  });
});
