/** Presses and forms that no client sends: what is in their `custom_id`, in the values of selects and in the fields. */
import * as fc from 'fast-check';

/** Beside the keys of rows: what could be taken for one. */
const NO_KEYS = [
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  'toString',
  'é',
  'A'.repeat(22),
  '😀',
  '%00',
];

/** The words of a line; nothing at all is one of them. */
const words = (line: string): readonly string[] => ['', ...line.split(' ')];

const ACTIONS = words(
  'confirm pick undated instead primary change edit retype open cancel accept decline reason all page state shown save ' +
    'preview yes no do zone zone-set channel role offers send undo __proto__ 😀 x',
);
const ODD_NUMBERS = words(
  '-1 0 1 2 999 1e99 1e-9 0x10 NaN Infinity -Infinity 1.5 007 999999999 9007199254740993 ' +
    `${'9'.repeat(40)} ١ ² + x __proto__ source suspend`,
);
const BUTTONS = words(
  'details update outcome dispute all review log post list __proto__ constructor record undo DETAILS',
);
const SUBJECTS = words(
  'U-1 U-2 U-3 U-99 U-0 U--1 U-1.2 U-1.-1 U-1.1e9 U-2.1 U-1.99999999999 U-9007199254740993 U-１ u-1 1 schedule-1 days-7 ' +
    '__proto__ U-😀',
);

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('\uD800', '\u202E', '\u0000', ':', '::', '.', '"', '\\', '../..', '@everyone'),
);

/** A key of somebody who presses nothing. */
export const OF_SOMEBODY_ELSE = -2;

/** A key by its place among those there are, counted from the newest; `-1` is none of them. */
const keyAt = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(200) },
  { weight: 1, arbitrary: fc.constantFrom(-1, OF_SOMEBODY_ELSE) },
);

/** What a `custom_id` is made of, once it is known which keys there are. */
export type Spelling = (key: (at: number) => string) => unknown;

const actionOf = (names: fc.Arbitrary<string>) =>
  fc
    .tuple(
      names,
      fc.option(fc.oneof(fc.constantFrom('-1', '999', '1e99'), fc.constantFrom(...ODD_NUMBERS), odd, keyAt)),
    )
    .map(([name, about]) => (key: (at: number) => string) => {
      if (about === null) return name;
      return `${name}.${typeof about === 'number' ? key(about) : about}`;
    });
const anyAction = actionOf(fc.constantFrom(...ACTIONS));

/** `key:action`, with a key that may be of somebody else or of another server. */
const ofFlow = (names: readonly string[]): fc.Arbitrary<Spelling> =>
  fc
    .tuple(
      keyAt,
      fc.oneof(
        { weight: 1, arbitrary: anyAction },
        { weight: 3, arbitrary: actionOf(fc.constantFrom(...names)) },
      ),
      fc.constantFrom('', '', '', '.1', ':', ':x', ':x:y'),
    )
    .map(
      ([at, spelt, end]) =>
        (key) =>
          `${key(at)}:${spelt(key)}${end}`,
    );

/** The button that opens an unfinished preview again, with the key of any. */
const ofAnother: fc.Arbitrary<Spelling> = keyAt.map((at) => (key) => `${key(0)}:open.${key(at)}`);

const ofNoRow = fc.tuple(fc.oneof(fc.constantFrom(...NO_KEYS), odd), anyAction).map(
  ([made, spelt]): Spelling =>
    (key) =>
      `${made}:${spelt(key)}`,
);

const ofButton = fc
  .tuple(
    fc.constantFrom(...BUTTONS),
    fc.oneof(fc.constantFrom(...SUBJECTS), odd),
    fc.oneof(fc.constantFrom('', 'posted', 'review', 'x'), odd),
  )
  .map(
    ([name, subject, marker]): Spelling =>
      () =>
        `${name}:${subject}:${marker}`,
  );

const ofNothing: fc.Arbitrary<Spelling> = fc
  .oneof(
    odd,
    fc.constantFrom<unknown>(undefined, null, 5, true, [], {}, ':', '::', ':::', 'a'.repeat(6000)),
    fc.constant(`details:U-1:${'x'.repeat(100)}`),
  )
  .map((given) => () => given);

/** The values of a select, and what may stand in the place of its list. Numbers are places among `values`. */
const picks = fc.oneof(
  fc.array(fc.oneof(fc.nat(20), odd, fc.constantFrom<unknown>(null, {}, [], true)), { maxLength: 4 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    'all',
    5,
    {},
    Array.from({ length: 40 }, () => 0),
  ),
);

const FIELDS = ['reason', 'zone', 'which', 'what', 'deadline', 'quote', 'source', 'link', 'demand', 'threat'];
const MORE_FIELDS = [
  'issuer',
  'target',
  'parties',
  'compliance',
  'complied',
  'acted',
  'stated',
  '__proto__',
  '',
];
const WORDS = [
  'U-1',
  'U-2',
  'U-3',
  'move',
  'outcome',
  'full',
  'none',
  '3 days',
  'Europe/Berlin',
  'https://a.example',
];
const field = fc.record(
  {
    type: fc.constantFrom<unknown>(4, 3, 5, 99, null),
    custom_id: fc.oneof(fc.constantFrom<unknown>(...FIELDS, ...MORE_FIELDS, null, 5), odd),
    value: fc.oneof(fc.constantFrom<unknown>(...WORDS, null, 5, true, [], {}, 'x'.repeat(5000)), odd),
    values: fc.constantFrom<unknown>(undefined, [], ['move'], ['outcome'], [null], 'x', 5),
  },
  { requiredKeys: ['custom_id'] },
);
const held = fc.oneof(
  field.map((component) => ({ type: 18, component })),
  fc.array(field, { maxLength: 3 }).map((components) => ({ type: 1, components })),
  fc.constantFrom<unknown>(null, 5, [], {}, { type: 18 }, { type: 1, components: 'x' }, { component: null }),
);
const form = fc.oneof(
  { weight: 4, arbitrary: fc.array(held, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, null, 'x', 5, {}) },
);

export interface Forged {
  /** The form of a submission, or the press of a button or a select. */
  readonly kind: 'press' | 'form';
  readonly id: Spelling;
  readonly picks: unknown;
  readonly form: unknown;
  readonly component: unknown;
  /** Whether a message of the presser's own was pressed, a public one, or none. */
  readonly on: 'own' | 'public' | 'none';
}

/** A press or a form of any shape; often one of a flow with these actions. */
export const forged = (actions: readonly string[]): fc.Arbitrary<Forged> =>
  fc.record({
    kind: fc.constantFrom('press', 'form'),
    id: fc.oneof(
      { weight: 6, arbitrary: ofFlow(actions) },
      { weight: 1, arbitrary: ofAnother },
      { weight: 1, arbitrary: ofNoRow },
      { weight: 3, arbitrary: ofButton },
      { weight: 1, arbitrary: ofNothing },
    ),
    picks,
    form,
    component: fc.constantFrom<unknown>(2, 3, 6, 8, 0, 99, null, 'x'),
    on: fc.constantFrom('own', 'own', 'public', 'none'),
  });
