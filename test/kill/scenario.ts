import type { SetupRows } from '../../src/domain/guild.js';
import {
  day,
  instant,
  MINUTE,
  ms,
  on,
  outcome,
  primary,
  recording,
  recordsOutcome,
  said,
} from '../domain/support.js';
import {
  BEGIN,
  BEN,
  CHANNELS,
  courseIn,
  GUILD,
  reminderPlanOf,
  OLD,
  SERVER,
  SETTINGS,
  setUp,
  startedAt,
} from './newsroom.js';
import type { Act, Step } from './orders.js';
import { link, moved, onto, press, record, recorded, step, urlOf } from './steps.js';
import type { Setting } from './world.js';

const TRUMP = 'Donald Trump';
/** Numbers as they are given: the third is that of the accepted proposal. */
const [RUSSIA, SERBIA, CUBA, PAIR] = [OLD + 1, OLD + 2, OLD + 4, OLD + 5];

const proposal = (key: string) => record(key, TRUMP, 'Canada', day('2025-10-30'));
const proposed = (key: string): Act => ({
  ...press(key, { kind: 'propose', command: proposal(key) }),
  user: BEN,
});

const morning = courseIn(CHANNELS.desk, '15 8 * * *');
const evening = courseIn(CHANNELS.desk, '0 18 * * *');
const noon = courseIn(CHANNELS.desk, '0 12 * * *');
const weekly = courseIn(CHANNELS.review, '0 10 * * 1', { kind: 'week' });

const SETUP = '2025-07-28T14:00';
const rows: SetupRows = {
  settings: { ...SETTINGS, reviewChannel: CHANNELS.desk },
  reminderPlan: reminderPlanOf(CHANNELS.newcomers),
  schedule: startedAt(ms(SETUP), courseIn(CHANNELS.newcomers, '30 9 * * *')),
  board: CHANNELS.newcomers,
};
const merge = press('merge', { kind: 'merge', from: 'NATO', into: TRUMP });

/** Up to two curators who act at once. */
const POSTING: readonly Step[] = [
  step('2025-07-14T11:00', 'a record', [
    { ...recorded('record-russia', record('record-russia', TRUMP, 'Russia', day('2025-09-02'))), earlier: 1 },
  ]),
  step('2025-07-14T11:10', 'a record with an hour', [
    recorded('record-serbia', record('record-serbia', 'NATO', 'Serbia', instant('2025-07-16T14:00'))),
  ]),
  step('2025-07-15T09:00', 'a digest'),
  step(
    '2025-07-15T14:00',
    'a move while the reminder of the old deadline is being sent',
    [
      onto(
        'move-serbia',
        SERBIA,
        1,
        moved('move-serbia', instant('2025-07-18T14:00'), '2025-07-15', 'bbc.co.uk'),
      ),
    ],
    'while sending',
  ),
  step('2025-07-17T14:00', 'a reminder of the new deadline, and a digest'),
  step('2025-07-18T14:00', 'the passing'),
  step('2025-07-19T09:00', 'a nudge'),
  step('2025-07-19T10:00', 'an outcome', [
    onto('outcome-serbia', SERBIA, 3, {
      ...recordsOutcome(outcome('none', 'full', { acted: '2025-07-19' }), '2025-07-19'),
      statements: [{ ...primary, url: urlOf('outcome-serbia', 'whitehouse.gov') }],
    }),
  ]),
  step('2025-07-19T11:00', 'a dispute', [
    onto('dispute-serbia', SERBIA, 4, {
      verb: 'dispute',
      reason: 'it was met in part',
      ...said('2025-07-19', link('dispute-serbia', 'reuters.com')),
    }),
  ]),
  step('2025-07-28T11:00', 'two curators at once', [
    onto('move-russia', RUSSIA, 1, moved('move-russia', day('2025-08-09'), '2025-07-28', 'bbc.co.uk')),
    onto('move-russia-too', RUSSIA, 1, moved('move-russia-too', day('2025-08-10'), '2025-07-28', 'cnn.com')),
  ]),
];

/** Everything that a press can do, and some presses that are refused. */
export const PRESSING: readonly Step[] = [
  step('2025-07-28T12:00', 'proposals', ['propose-1', 'propose-2', 'propose-3', 'propose-4'].map(proposed)),
  step('2025-07-28T12:30', 'the acceptance of one', [
    press('accept-1', { kind: 'accept', proposed: 'propose-1', command: proposal('propose-1') }),
  ]),
  step('2025-07-28T13:00', 'a countdown, the same once more, and another', [
    press('countdown-add', { kind: 'countdown', course: morning, before: null }),
    press('countdown-same', { kind: 'countdown', course: morning, before: null }),
    press('countdown-other', { kind: 'countdown', course: evening, before: null }),
  ]),
  step('2025-07-28T13:30', 'another course of one', [
    press('countdown-change', { kind: 'countdown', course: noon, before: evening }),
  ]),
  step(SETUP, 'a setup', [press('set-up', { kind: 'set up', rows })]),
  step('2025-07-28T15:00', 'a record whose announcement waits', [
    recorded('record-cuba', record('record-cuba', 'NATO', 'Cuba', day('2025-08-20')), MINUTE),
  ]),
  step('2025-07-28T15:00:30', 'the undoing of it', [
    press('undo-cuba', {
      kind: 'change',
      number: CUBA,
      seen: null,
      command: { verb: 'hide', reason: 'undo-cuba' },
      announceDelay: MINUTE,
    }),
  ]),
  step('2025-07-28T16:00', 'issuers that become one, pressed twice', [merge, merge]),
];

/** Two targets of which one is paused, and mistakes that are set right in public; each left time for edits of the board that wait. */
const MENDING: readonly Step[] = [
  step('2025-07-29T10:00', 'a record of two targets', [
    recorded('record-pair', {
      ...recording(day('2025-08-05')),
      targets: ['Norway', 'Peru'],
      ...said('2025-07-29', link('record-pair', 'cnn.com')),
    }),
  ]),
  step('2025-07-29T10:40', 'what waits after a record of two targets'),
  step('2025-07-29T11:00', 'a pause for one of them', [
    onto('suspend-peru', PAIR, 1, {
      verb: 'suspend',
      scope: ['Peru'],
      ...said('2025-07-29', link('suspend-peru', 'bbc.co.uk')),
    }),
  ]),
  step('2025-07-29T11:40', 'what waits after a pause for one of them'),
  step('2025-07-29T12:00', 'a correction of what was announced', [
    onto('correct-pair', PAIR, 2, {
      verb: 'correct',
      entry: 1,
      fields: { demand: 'leave the lake' },
      removes: false,
      reason: 'correct-pair',
    }),
  ]),
  step('2025-07-29T12:40', 'what waits after a correction of what was announced'),
  step('2025-07-29T13:00', 'a removal of an entry that was announced', [
    onto('remove-pause', PAIR, 3, {
      verb: 'correct',
      entry: 2,
      fields: {},
      removes: true,
      reason: 'remove-pause',
    }),
  ]),
  step('2025-07-29T13:40', 'what waits after a removal of an entry that was announced'),
  step('2025-07-29T14:00', 'a reversal', [
    onto('reverse-serbia', SERBIA, 5, {
      verb: 'reverse',
      what: 'measures-lifted',
      extent: 'full',
      when: on('2025-07-29'),
      ...said('2025-07-29', link('reverse-serbia', 'reuters.com')),
    }),
  ]),
  step('2025-07-29T14:40', 'what waits after a reversal'),
  step('2025-07-29T15:00', 'a pause for the other', [
    onto('suspend-norway', PAIR, 4, {
      verb: 'suspend',
      scope: ['Norway'],
      ...said('2025-07-29', link('suspend-norway', 'bbc.co.uk')),
    }),
  ]),
  step('2025-07-29T15:40', 'what waits after the second pause'),
  step('2025-07-29T16:00', 'a countdown of what a week brought', [
    press('countdown-week', { kind: 'countdown', course: weekly, before: null }),
  ]),
];

const ENDING: readonly Step[] = [
  step('2025-08-02T09:00', 'a reminder and a digest of one instant'),
  step('2025-08-04T09:00', 'a reminder for the target that is not paused'),
  step('2025-08-04T10:00', 'a list of the week'),
  step('2025-08-04T11:00', 'a correction of what the list told', [
    onto('correct-russia', RUSSIA, 2, {
      verb: 'correct',
      entry: 1,
      fields: { deadline: day('2025-09-03') },
      removes: false,
      reason: 'correct-russia',
    }),
  ]),
  step('2025-08-04T11:40', 'what waits after a correction of what the list told'),
  step('2025-08-06T04:00', 'its passing'),
  step('2025-08-06T05:00', 'what waits after it'),
  step('2025-08-08T09:00', 'a withdrawal at the instant of a reminder', [
    onto('withdraw-russia', RUSSIA, 3, {
      verb: 'withdraw',
      ...said('2025-08-08', link('withdraw-russia', 'bbc.co.uk')),
    }),
  ]),
  step('2025-08-12T09:00', 'nothing is left to post'),
];

/**
 * Everything that makes the bot post, in order: records, a digest, a move while a reminder of the old deadline is being
 * sent, reminders, passing, a nudge, an outcome, a dispute, two curators at once, all that a press can do, a pause for one
 * target, corrections and a reversal, a list of the week that is set right, a withdrawal at the instant of a reminder.
 */
export const SCENARIO: readonly Step[] = [...POSTING, ...PRESSING, ...MENDING, ...ENDING];

export const NEWSROOM: Setting = {
  guild: GUILD,
  server: SERVER,
  channels: Object.values(CHANNELS),
  begin: BEGIN,
  acts: SCENARIO.flatMap(({ acts }) => acts),
  setUp,
};
