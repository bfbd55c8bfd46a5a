import { DEFAULT_RUNGS, defaultSettings } from '../../src/domain/guild.js';
import { nextFire } from '../../src/domain/cron.js';
import type { GuildSeed } from '../../src/playground/index.js';
import type { Store } from '../../src/store/port.js';
import {
  day,
  instant,
  ms,
  outcome,
  recording,
  recordsOutcome,
  report,
  said,
  WASHINGTON,
} from '../domain/support.js';
import type { Act, Step } from './orders.js';
import type { Setting } from './world.js';

const GUILD = '300000000000000001';
const CHANNELS = {
  ultimatums: '300000000000000011',
  general: '300000000000000012',
  review: '300000000000000013',
  board: '300000000000000014',
} as const;
/** Ids of its own, so that every world is the same one. */
const SERVER: GuildSeed = {
  id: GUILD,
  name: 'Newsroom',
  channels: Object.entries(CHANNELS).map(([name, id]) => ({ name, id })),
  members: [{ name: 'Ana', id: '300000000000000021' }],
};

const BEGIN = ms('2025-07-14T10:00');

/** What an administrator set up before anything was recorded: announcements, a ladder, a countdown, a board, nudges. */
async function setUp(store: Store): Promise<void> {
  const settings = { ...defaultSettings(GUILD), zone: WASHINGTON };
  const { ultimatums, general, review, board } = CHANNELS;
  await store.saveSettings({ ...settings, announcements: ultimatums, reviewChannel: review }, BEGIN);
  await store.setBoard(GUILD, board, BEGIN);
  const ladder = { channel: general, rungs: DEFAULT_RUNGS, pingRole: null, zone: WASHINGTON };
  await store.saveLadder(GUILD, ladder, BEGIN);
  const cron = '0 9 * * *';
  await store.addSchedule({
    guild: GUILD,
    channel: general,
    cron,
    zone: WASHINGTON,
    scope: { kind: 'all' },
    author: '300000000000000021',
    status: 'running',
    broken: null,
    next: nextFire(cron, WASHINGTON, BEGIN),
    last: null,
  });
}

export const NEWSROOM: Setting = {
  guild: GUILD,
  server: SERVER,
  channels: Object.values(CHANNELS),
  begin: BEGIN,
  setUp,
};

const step = (iso: string, name: string, acts: readonly Act[] = [], when: Step['when'] = 'first'): Step => ({
  name,
  now: ms(iso),
  guild: GUILD,
  acts,
  when,
});

const onto = (number: number, seen: number, command: Act['command']): Act => ({ number, seen, command });

const other = (command: ReturnType<typeof recording>) => ({
  ...command,
  issuer: 'NATO',
  targets: ['Serbia'],
});
const moved = (deadline: ReturnType<typeof day>, stated: string, host: string): Act['command'] => ({
  verb: 'move',
  deadline,
  ...said(stated, report(host)),
});

/**
 * Everything that makes the bot post, in order: records, a digest, a move while a rung of the old deadline is being
 * sent, rungs, passing, a nudge, an outcome, a dispute, two curators at once, a withdrawal at the instant of a rung.
 */
export const SCENARIO: readonly Step[] = [
  step('2025-07-14T11:00', 'a record', [onto(1, 0, recording(day('2025-09-02')))]),
  step('2025-07-14T11:10', 'a record with an hour', [
    onto(2, 0, other(recording(instant('2025-07-16T14:00')))),
  ]),
  step('2025-07-15T09:00', 'a digest'),
  step(
    '2025-07-15T14:00',
    'a move while the rung of the old deadline is being sent',
    [onto(2, 1, moved(instant('2025-07-18T14:00'), '2025-07-15', 'bbc.co.uk'))],
    'while sending',
  ),
  step('2025-07-17T14:00', 'a rung of the new deadline, and a digest'),
  step('2025-07-18T14:00', 'the passing'),
  step('2025-07-19T09:00', 'a nudge'),
  step('2025-07-19T10:00', 'an outcome', [
    onto(2, 3, recordsOutcome(outcome('none', 'full', { acted: '2025-07-19' }), '2025-07-19')),
  ]),
  step('2025-07-19T11:00', 'a dispute', [
    onto(2, 4, {
      verb: 'dispute',
      reason: 'it was met in part',
      ...said('2025-07-19', report('reuters.com')),
    }),
  ]),
  step('2025-07-28T11:00', 'two curators at once', [
    onto(1, 1, moved(day('2025-08-09'), '2025-07-28', 'bbc.co.uk')),
    onto(1, 1, moved(day('2025-08-10'), '2025-07-28', 'cnn.com')),
  ]),
  step('2025-08-02T09:00', 'a rung and a digest of one instant'),
  step('2025-08-08T09:00', 'a withdrawal at the instant of a rung', [
    onto(1, 2, { verb: 'withdraw', ...said('2025-08-08', report('bbc.co.uk')) }),
  ]),
  step('2025-08-12T09:00', 'nothing is left to post'),
];
