/** Every refusal there is, with an example of each kind of it. */
import type { Refusal, Unchanged } from '../../src/domain/refusal.js';
import { entriesOf, FOUNDING } from '../views/support.js';

const [entry = null] = entriesOf(FOUNDING);
const field = 'stated';

const UNCHANGED: readonly Unchanged[] = [
  ...(['paused', 'running', 'same'] as const).map(
    (already) => ({ what: 'countdown', id: 2, already }) as const,
  ),
  { what: 'entry', entry: 3 },
  { what: 'removed-entry', entry: 3, by: 4 },
  { what: 'settings', given: true },
  { what: 'settings', given: false },
  ...(['deadline', 'terms', 'archive', 'hidden', 'visible'] as const).map((what) => ({ what }) as const),
  { what: 'issuers', name: 'Donald Trump' },
];

type Examples = { readonly [W in Refusal['why']]: readonly Extract<Refusal, { why: W }>[] };

/** By type: a new refusal does not compile until it is here. `given` stands for what a person typed. */
export const examplesOf = (given: string): Examples => ({
  'not-found': [
    { why: 'not-found', what: 'ultimatum', given: '' },
    { why: 'not-found', what: 'schedule', given },
    { why: 'not-found', what: 'entry', given: '9', last: 4 },
    { why: 'not-found', what: 'entry', given: '9', last: 1 },
  ],
  hidden: [
    { why: 'hidden', number: 0 },
    { why: 'hidden', number: 13 },
  ],
  missing: [{ why: 'missing', field: 'issuer' }],
  'too-long': [{ why: 'too-long', field: 'demand', length: 2001, max: 500 }],
  'bad-link': [
    { why: 'bad-link', given: 'javascript:alert(1)', reason: 'scheme' },
    { why: 'bad-link', given, reason: 'unreadable' },
    { why: 'bad-link', given, reason: 'discord-cdn' },
    { why: 'bad-link', given, reason: 'discord-message' },
    { why: 'bad-link', given, reason: 'discord-invite' },
    { why: 'bad-link', given: 'http://localhost/', reason: 'private' },
  ],
  'bad-zone': [{ why: 'bad-zone', given }],
  'server-full': (['previews', 'proposals', 'schedules', 'boards', 'reminders', 'aliases'] as const).map(
    (of) => ({ why: 'server-full', of, max: 50 }),
  ),
  'same-schedule': [{ why: 'same-schedule', id: 3 }],
  'too-many-posts': [{ why: 'too-many-posts' }],
  'not-a-deadline': [
    { why: 'not-a-deadline', given, reason: { kind: 'lower-bound' }, lowerBound: true },
    { why: 'not-a-deadline', given, reason: { kind: 'unknown-zone', given }, lowerBound: false },
    { why: 'not-a-deadline', given, reason: { kind: 'unknown-zone', given }, lowerBound: false, fresh: true },
  ],
  'ambiguous-date': [{ why: 'ambiguous-date', field, given, reason: { kind: 'event', event: given } }],
  'unreadable-date': [
    { why: 'unreadable-date', field, given, reason: { kind: 'unrecognized' } },
    { why: 'unreadable-date', field, given, reason: { kind: 'not-a-date', given } },
  ],
  'not-stated-by-then': [{ why: 'not-stated-by-then', given }],
  'same-deadline': [{ why: 'same-deadline' }],
  'stated-in-future': [{ why: 'stated-in-future', field }],
  'stated-before-last': [{ why: 'stated-before-last', last: 0, zone: 'UTC' }],
  'wrong-state': [
    { why: 'wrong-state', verb: 'resume', state: 'open', allowed: ['suspended'] },
    { why: 'wrong-state', verb: 'move', state: 'suspended', allowed: ['open', 'passed'] },
    { why: 'wrong-state', verb: 'record', state: 'resolved', allowed: [] },
    { why: 'wrong-state', verb: 'move', state: 'suspended', allowed: [], number: 1 },
    { why: 'wrong-state', verb: 'move', state: 'resolved', allowed: [], number: 1 },
  ],
  'needs-statement': [{ why: 'needs-statement', verb: 'move' }],
  'needs-reports': [{ why: 'needs-reports', given: 1 }],
  'needs-date': [{ why: 'needs-date', field: 'acted' }],
  'date-without-axis': [{ why: 'date-without-axis', field: 'complied' }],
  'impossible-outcome': (
    ['none-before-latest', 'none-not-due', 'late-not-due', 'not-due-acted'] as const
  ).map((why) => ({ why: 'impossible-outcome', compliance: 'none', followThrough: 'none', reason: why })),
  'unknown-target': [{ why: 'unknown-target', given, targets: ['Russia', 'China'] }],
  'has-outcome': [{ why: 'has-outcome', target: given }],
  'bad-reference': [
    { why: 'bad-reference', number: 2, reason: 'itself' },
    { why: 'bad-reference', number: 2, reason: 'missing' },
    { why: 'bad-reference', number: 2, reason: 'hidden' },
    { why: 'bad-reference', number: 2, reason: 'circle' },
    { why: 'bad-reference', number: 2, reason: 'linked-already' },
  ],
  'nothing-to-reverse': [
    { why: 'nothing-to-reverse', what: 'measures-lifted' },
    { why: 'nothing-to-reverse', what: 'compliance-undone' },
  ],
  'before-reversed': [{ why: 'before-reversed', done: 0, zone: 'UTC' }],
  'no-open-dispute': [{ why: 'no-open-dispute', entry: 4 }],
  'before-record': [{ why: 'before-record', field: 'complied', stated: 0, zone: 'UTC' }],
  'breaks-history': [{ why: 'breaks-history', entry: 3, rule: { why: 'same-deadline' } }],
  several: [
    {
      why: 'several',
      refusals: [
        { why: 'needs-date', field: 'complied' },
        { why: 'needs-reports', given: 0 },
      ],
    },
  ],
  'nothing-to-change': UNCHANGED.map((of) => ({ why: 'nothing-to-change', of })),
  'correction-breaks': [
    { why: 'correction-breaks', rule: null },
    { why: 'correction-breaks', rule: { why: 'same-deadline' } },
  ],
  'needs-deadline': [{ why: 'needs-deadline', entry: 2 }],
  'removes-alone': [{ why: 'removes-alone', entry: 2, fields: ['deadline', 'quote', 'second-source'] }],
  'cannot-correct': [
    { why: 'cannot-correct', entry: 1, kind: 'recorded', field: 'entry', holder: null },
    { why: 'cannot-correct', entry: 4, kind: 'passed', field: 'entry', holder: 2 },
    { why: 'cannot-correct', entry: 4, kind: 'passed', field: 'entry', holder: null },
    { why: 'cannot-correct', entry: 4, kind: 'hidden', field: 'entry', holder: null },
    { why: 'cannot-correct', entry: 4, kind: 'archived', field: 'entry', holder: null },
    { why: 'cannot-correct', entry: 4, kind: 'withdrawn', field: 'deadline', holder: 2 },
    { why: 'cannot-correct', entry: 4, kind: 'withdrawn', field: 'complied', holder: null },
  ],
  'changed-since': [
    { why: 'changed-since', entry: null },
    { why: 'changed-since', entry },
  ],
  'already-pressed': [
    { why: 'already-pressed', done: { kind: 'saved', verb: 'record', number: 12 } },
    { why: 'already-pressed', done: { kind: 'text', text: given } },
  ],
  'not-yours': [{ why: 'not-yours' }],
  expired: [{ why: 'expired' }],
  'needs-curator': [
    { why: 'needs-curator', role: null },
    { why: 'needs-curator', role: '100000000000000009' },
  ],
  'needs-manage-server': [{ why: 'needs-manage-server' }],
  'too-many-proposals': [{ why: 'too-many-proposals', waiting: [4, 7, null] }],
  'bad-schedule': [
    { why: 'bad-schedule', given, reason: 'unreadable' },
    { why: 'bad-schedule', given, reason: 'uneven' },
    { why: 'bad-schedule', given, reason: 'mixed' },
    { why: 'bad-schedule', given, reason: 'alternating' },
    { why: 'bad-schedule', given, reason: 'nth-day' },
    { why: 'bad-schedule', given, reason: 'too-often' },
    { why: 'bad-schedule', given, reason: 'never' },
  ],
  'bad-reminders': [{ why: 'bad-reminders', given: '7x', offset: '7x' }],
  'missing-permissions': [
    { why: 'missing-permissions', channel: '100000000000000002', permissions: ['send'] },
  ],
  'unknown-channel': [{ why: 'unknown-channel', channel: '100000000000000002' }],
  'channel-kind': (['other-kind', 'archived', 'locked', 'not-announcement'] as const).map((kind) => ({
    why: 'channel-kind',
    channel: '1',
    kind,
  })),
  'address-taken': [{ why: 'address-taken', name: 'Newsroom' }],
  'no-address': [{ why: 'no-address', name: '!?' }],
  'unknown-role': [{ why: 'unknown-role' }],
  'everyone-curators': [{ why: 'everyone-curators' }],
  'too-many-requests': [{ why: 'too-many-requests' }],
  'file-too-large': [
    { why: 'file-too-large', bytes: 22_938_350, max: 10_481_664, smaller: 'JSON' },
    { why: 'file-too-large', bytes: 22_938_350, max: 10_481_664, smaller: null },
  ],
  'everyone-ping': [{ why: 'everyone-ping' }],
  'not-set-up': [{ why: 'not-set-up' }],
  'not-in-a-server': [{ why: 'not-in-a-server' }],
  busy: [{ why: 'busy' }],
  'disk-full': [{ why: 'disk-full' }],
  'database-away': [{ why: 'database-away' }],
});
