/** docs/hosting.md lists what can go wrong, with the sentences of today. `UPDATE_DOCS=1` writes it. */
import { expect, test } from 'vitest';
import { drawText } from '../../src/cli/draw.js';
import { english } from '../../src/wording/index.js';
import type { Text } from '../../src/wording/parts.js';
import { refusalText } from '../../src/wording/refusal.js';
import { currentPage } from '../support/page.js';

const { operator, gateway } = english;
const { doctor } = english.cli;
const { fault, problem } = operator.store;
const path = 'data/ultimatum.db';

/** What goes wrong; what the host reads; what the bot does, and what helps. */
const FAULTS: readonly (readonly [string, readonly Text[], string])[] = [
  [
    'The disk is full',
    [problem({ kind: 'disk-full' }), refusalText(english, { why: 'disk-full' })],
    'Due posts still go out, from 4 MB that are kept in reserve; nothing new is recorded. Once there is room, all goes on without a restart.',
  ],
  [
    'The disk or the file is read-only',
    [fault({ kind: 'no-access', path, reason: 'EROFS: read-only file system' })],
    'The bot does not start, and changes nothing. Make it writable for the user that runs the bot.',
  ],
  [
    'The file is damaged',
    [fault({ kind: 'damaged', path }), doctor.integrity('row 3 missing from index').seen],
    'Restore the newest backup. The damaged file is kept beside it.',
  ],
  [
    'The file is another program’s, or none of SQLite',
    [fault({ kind: 'foreign', database: path }), fault({ kind: 'not-sqlite', path })],
    'It stays as it was, byte for byte. Correct `DATABASE_URL`.',
  ],
  [
    'The database is of a newer release',
    [fault({ kind: 'newer', database: path, migrations: ['9999_later'] })],
    'It stays as it was. Install the newer release again, or restore the backup made before the upgrade.',
  ],
  [
    'A second process starts on the same SQLite file, or a command needs a PostgreSQL database for itself while the bot runs',
    [fault({ kind: 'held', path }), fault({ kind: 'another-bot' }), fault({ kind: 'used-alone' })],
    'The first goes on, the second ends. A process that was killed holds nothing. On PostgreSQL any number of processes of the bot may run.',
  ],
  [
    'Killed during an upgrade, a backup or a restore',
    [],
    'Start it, or run the command, again. An upgrade is done wholly or not at all. A backup gets its name when it is whole. At every moment of a restore the old or the new record is in its place, and the old one is kept.',
  ],
  [
    'The clock of the machine is wrong',
    [doctor.clock(-86_400, true).seen, doctor.clock(31_536_000, true).seen],
    'A clock that is behind repeats nothing and holds up what is due. One that is ahead records deadlines as passed that have not: stop the bot, set the clock, and restore a backup from before. What it only put off (posts, claims, pauses) is due again at the next start, or once the clock has gone back.',
  ],
  [
    'Discord is away',
    [
      operator.discord.unreachable('discord.com', operator.discord.instead.status(503)),
      gateway.problem({ kind: 'not-connected' }),
    ],
    'Nothing. The bot keeps trying, ever less often. What fell due is posted once when Discord is back, and says when it was due.',
  ],
  [
    'The token was reset',
    [operator.discord.tokenRevoked],
    'The bot stops (exit code 78) and keeps what is due. Set the new token and start it.',
  ],
];

const cell = (text: string) => text.replaceAll('|', String.raw`\|`);

test('docs/hosting.md lists what can go wrong as it is said today', () => {
  const rows = FAULTS.map(([what, seen, helps]) => {
    const sentences = seen.map((text) => `“${cell(drawText(text))}”`);
    return `| ${[what, sentences.length === 0 ? 'nothing' : sentences.join('<br>'), helps].join(' | ')} |`;
  });
  const table = [
    '| what goes wrong | what you see | what happens, and what to do |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
  const { page, current } = currentPage('hosting.md', 'faults', `<!-- prettier-ignore -->\n${table}`);
  expect(page).toBe(current);
});
