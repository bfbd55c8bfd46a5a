import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { foldOrNull } from '../../src/domain/fold.js';
import { defaultSettings, type Board } from '../../src/domain/guild.js';
import { plan } from '../../src/domain/posts/index.js';
import { day, founding, Ledger, MINUTE, ms, recording, report, said } from './support.js';
import { keyOf } from '../support/post-key.js';

const board: Board = {
  channel: 'board',
  version: 2,
  status: 'running',
  message: '7',
  previous: null,
  marker: 'm',
  shown: 's',
  edited: null,
};
const AT = '2025-07-30T12:00';

/** The edits that a command wants of these boards: the entry, and how long from now. */
function wanted(ledger: Ledger, command: Command, boards: readonly Board[], at = AT): readonly string[] {
  const before = foldOrNull(ledger.entries);
  const known = ledger.entries.length;
  ledger.add(command, at);
  const appended = ledger.entries.slice(known);
  const guild = { ...defaultSettings('1'), announcements: 'news' };
  const planning = { guild, reminderPlans: [], boards, number: 12, announceDelay: MINUTE, channel: null };
  const all = plan({ ...planning, before, after: ledger.now, appended, now: ms(at) }).wanted;
  return all
    .filter(({ post }) => post.kind === 'board')
    .map((planned) => {
      const { version, slot } = keyOf(planned);
      return `${planned.channel} ${version} ${slot} +${(planned.due - ms(at)) / MINUTE}`;
    });
}

const stated = said('2025-07-30');
const hide: Command = { verb: 'hide', reason: 'duplicate' };

describe('an edit of a board', () => {
  test.each<[string, Command]>([
    ['a move', { verb: 'move', deadline: day('2025-08-20'), ...stated }],
    ['a pause', { verb: 'suspend', ...stated }],
    ['a withdrawal', { verb: 'withdraw', ...stated }],
  ])('is wanted after %s, when it can no longer be undone', (_, command) => {
    expect(wanted(founding(), command, [board])).toEqual(['board 2 U-12.4 +1']);
  });

  test('is wanted after a record, and without delay after a passing or a hiding', () => {
    expect(wanted(new Ledger(), recording(day('2025-09-02')), [board])).toEqual(['board 2 U-12.1 +1']);
    expect(wanted(founding(), { verb: 'lapse' }, [board], '2025-08-09T00:00')).toEqual(['board 2 U-12.4 +0']);
    expect(wanted(founding(), hide, [board])).toEqual(['board 2 U-12.4 +0']);
  });

  test('is not wanted after what it does not show', () => {
    expect(wanted(founding(), { verb: 'source', ...said('2025-07-30', report('a.com')) }, [board])).toEqual(
      [],
    );
  });

  test('is due five minutes after the last edit', () => {
    const edited = ms(AT) - 2 * MINUTE;
    expect(wanted(founding(), hide, [{ ...board, edited }])).toEqual(['board 2 U-12.4 +3']);
  });

  test('is wanted of each board that is running', () => {
    const boards: readonly Board[] = [
      board,
      { ...board, channel: 'gone', status: 'deleted' },
      { ...board, channel: 'away', status: 'removed' },
      { ...board, channel: 'shut', status: 'broken' },
      { ...board, channel: 'other', version: 1 },
    ];
    expect(wanted(founding(), hide, boards)).toEqual(['board 2 U-12.4 +0', 'other 1 U-12.4 +0']);
  });
});
