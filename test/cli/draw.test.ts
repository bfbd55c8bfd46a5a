import { describe, expect, it } from 'vitest';
import { drawLine } from '../../src/cli/draw.js';
import { item, link, said, strike } from '../../src/wording/parts.js';
import { t } from '../../src/wording/text.js';

describe('a line drawn for a terminal', () => {
  it('keeps control characters from the terminal', () => {
    expect(drawLine(item(t`By ${said('\u001b[31mAna')}`))).toBe('- By \\u001b[31mAna');
  });

  it('marks what was taken back', () => {
    expect(drawLine({ style: 'plain', text: [strike(t`Withdrawn`)] })).toBe('~~Withdrawn~~');
  });

  it('shows where a link leads', () => {
    const text = [link('https://a.example', t`A`, 'a.example')];
    expect(drawLine({ style: 'plain', text })).toBe('A (https://a.example)');
  });
});
