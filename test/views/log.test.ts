import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import type { View } from '../../src/discord/command.js';
import { logView } from '../../src/discord/views/index.js';
import type { Command } from '../../src/domain/entry.js';
import { fold } from '../../src/domain/fold.js';
import { day, entriesOf, FOUNDING, instant, posted, source, type Step } from './support.js';

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

describe('the log of an entry that was taken back', () => {
  const quote = `${'spoken '.repeat(100)}END`;
  const withdraw: Command = {
    verb: 'withdraw',
    stated: day('2025-07-20'),
    statements: [source('https://cnn.com/w', 'CNN', quote), source('https://bbc.com/w', 'BBC', quote)],
  };
  const remove: Command = { verb: 'correct', entry: 2, removes: true, fields: {}, reason: 'the wrong one' };
  const founded = FOUNDING.slice(0, 1);
  const steps: readonly Step[] = [
    ...founded,
    ['2025-07-20T15:00:00Z', 'ana', withdraw],
    ['2025-07-20T16:00:00Z', 'ana', remove],
  ];
  const log = (taken: readonly Step[]) =>
    contentsOf(logView(english, posted(fold(entriesOf(taken)), instant('2025-08-10T18:02:00Z')), 0));

  test('is struck through, and says by which entry and why', () => {
    const lines = log(steps).split('\n');
    expect(lines).toContain('**2.** ~~Withdrawn~~');
    expect(lines).toContain('Taken back by entry 3: the wrong one');
    expect(lines.filter((line) => /^- ~~.*END.*~~$/.test(line))).toHaveLength(2);
    expect(lines).toContain('**1.** Recorded: Donald Trump to Russia');
  });

  test('is not struck through any more once the removal is taken back', () => {
    const undone: Command = { verb: 'correct', entry: 3, removes: true, fields: {}, reason: 'it was right' };
    const lines = log([...steps, ['2025-07-20T17:00:00Z', 'ana', undone]]).split('\n');
    expect(lines).toContain('**2.** Withdrawn');
    expect(lines).toContainEqual(expect.stringMatching(/^\*\*3\.\*\* ~~Entry 2 \(.*\) is taken back~~$/));
  });

  test('is struck through on every line, however long it is', () => {
    const long = { ...withdraw, statements: [source('https://cnn.com/w', 'CNN', 'x '.repeat(700))] };
    const lines = log([
      ...founded,
      ['2025-07-20T15:00:00Z', 'ana', long],
      ['2025-07-20T16:00:00Z', 'ana', remove],
    ]);
    expect(lines.match(/~~/g)?.length).toBe(4);
  });
});
