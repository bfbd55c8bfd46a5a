import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import type { View } from '../../src/discord/command.js';
import { logView } from '../../src/discord/views/index.js';
import type { Command } from '../../src/domain/entry.js';
import { fold } from '../../src/domain/fold.js';
import { entriesOf, FOUNDING, instant, posted, source } from './support.js';

/** All that is read on a view. */
function contentsOf(view: View): string {
  const contents: string[] = [];
  JSON.stringify(view.components, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') contents.push(value);
    return value;
  });
  return contents.join('\n');
}

describe('the log of long texts', () => {
  const words = (what: string) => `${`${what}* `.repeat(900 / (what.length + 2))}END-OF-${what}`;
  const [first] = FOUNDING;
  if (first?.[2].verb !== 'record') throw new Error('No record');
  const statement = {
    ...source('https://cnn.com/a', 'CNN', words('quote')),
    archive: 'https://archive.ph/abc',
  };
  const record = {
    ...first[2],
    targets: ['Russia', 'Iran', 'China', 'Cuba', 'Belarus'],
    demand: words('demand'),
    threat: words('threat'),
    statements: [statement],
  };
  const correct: Command = {
    verb: 'correct',
    entry: 1,
    removes: false,
    fields: { demand: words('newer') },
    reason: words('reason'),
  };
  const entries = entriesOf([
    [first[0], first[1], record],
    ['2025-07-15T12:00:00Z', 'ana', correct],
  ]);
  const about = posted(fold(entries), instant('2025-08-10T18:02:00Z'));
  const pages = Array.from({ length: 12 }, (_, page) => contentsOf(logView(english, about, page)));

  test.each(['demand', 'threat', 'quote', 'newer', 'reason'])('shows the %s whole', (what) => {
    expect(pages.join('\n')).toContain(`END-OF-${what}`);
  });

  test('names every target, every link and every archive', () => {
    const all = pages.join('\n');
    expect(all).toContain('Russia, Iran, China, Cuba and Belarus');
    expect(all).toContain('<https://cnn.com/a>');
    expect(all).toContain('archive <https://archive.ph/abc>');
  });

  test('has pages that each fit one message', () => {
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(4000);
  });
});
