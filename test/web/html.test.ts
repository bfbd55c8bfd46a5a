import { describe, expect, it } from 'vitest';
import { link, said, small, strike, strong } from '../../src/wording/parts.js';
import { t } from '../../src/wording/text.js';
import { drawLine, drawText } from '../../src/web/html.js';

describe('a line drawn as HTML', () => {
  it('shows hostile text as text', () => {
    expect(drawText([said('<script>alert("1")</script>')])).toBe(
      '<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</bdi>',
    );
  });

  it('links to the web only', () => {
    expect(drawText([link('https://a.example/?a=1&b=2', t`A`, 'a.example')])).toBe(
      '<a href="https://a.example/?a=1&amp;b=2" rel="nofollow noopener">A</a>',
    );
    expect(drawText([link('javascript:alert(1)', t`A`, '')])).toBe('A');
  });

  it('strikes through what was taken back', () => {
    expect(drawText([strike([said('<a>')])])).toBe('<s><bdi>&lt;a&gt;</bdi></s>');
  });

  it('has an instant for machines and words for readers', () => {
    const line = small([
      strong(t`Ended`),
      { kind: 'time', instant: 0, style: 'relative', text: ' long ago' },
    ]);
    expect(drawLine(line)).toBe(
      '<p><small><strong>Ended</strong><time datetime="1970-01-01T00:00:00.000Z"> long ago</time></small></p>',
    );
  });
});
