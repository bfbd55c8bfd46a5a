import type { PostKey } from '../../src/codec/post.js';
import type { Delivery } from '../../src/domain/delivery.js';
import { numberOf, type StoredPost } from '../../src/domain/post.js';
import type { DatedReading } from '../../src/domain/reading.js';
import { MINUTE } from '../domain/support.js';
import { keyOf } from '../support/post-key.js';
import { standingsOf, type Chapter } from './chronicle.js';
import type { World } from './world.js';

/** How late a post may be where nothing is wrong, ms. */
export const PROMPT = 5000;
export const PUSHES: readonly StoredPost['kind'][] = ['passed', 'announcement', 'milestone'];

/** The unique key of a post within its server. */
export interface Slot extends Omit<PostKey, 'number'> {
  readonly channel: string;
}

export const slotOf = (row: Delivery): Slot => ({ channel: row.channel, ...keyOf(row) });

const slotName = ({ channel, kind, subject, version, slot }: Slot): string =>
  `${subject} ${kind} ${slot} of ${version} in ${channel}`;

export const nameOf = (row: Delivery): string => slotName(slotOf(row));

const when = (at: number) => new Date(at).toISOString();

/** What was planned and what was posted, to be asked about when a story is over. */
export class Books {
  /** When a post was first handed to Discord, the record's ms UTC; only of those that Discord has. */
  readonly #posted = new Map<string, number>();

  constructor(
    private readonly world: World,
    readonly rows: readonly Delivery[],
  ) {
    const stored = new Set(world.discord.messages.map(({ nonce }) => nonce));
    for (const { row, record } of world.chronicle.sendings) {
      const known = this.#posted.has(nameOf(row));
      if (stored.has(row.nonce) && !known) this.#posted.set(nameOf(row), record);
    }
  }

  postedAt(slot: Slot): number | null {
    return this.#posted.get(slotName(slot)) ?? null;
  }

  /** Whether nothing was wrong from a minute before an instant until a post of it must be out. */
  quiet(due: number): boolean {
    const { chronicle, scheduler } = this.world;
    const instants = scheduler.realOf(due);
    const disturbed = instants.some((real) =>
      chronicle.disturbed.some(([begin, end]) => begin <= real + PROMPT && end >= real - MINUTE),
    );
    // Jumped over it was due at once, and is not due again when the clock has gone back.
    const before = instants.some((real) => scheduler.wasBeyond(due, real));
    return instants.length === 1 && !disturbed && !before;
  }

  /** Another push of this ultimatum at the same instant in the same channel speaks for it. */
  spokenFor(number: number, slot: Slot, due: number): boolean {
    return this.rows.some(
      (row) =>
        numberOf(row.post) === number &&
        row.channel === slot.channel &&
        row.due === due &&
        PUSHES.includes(row.post.kind) &&
        nameOf(row) !== slotName(slot),
    );
  }

  mustBePosted(slot: Slot): void {
    if (this.postedAt(slot) === null) this.world.chronicle.fault(`${slotName(slot)} was never posted`);
  }

  /** Told in the list of its day. */
  #listed(slot: Slot): boolean {
    const row = this.rows.find((one) => nameOf(one) === slotName(slot));
    return row?.status === 'skipped' && row.failure?.kind === 'listed';
  }

  mustBePrompt(slot: Slot, due: number): void {
    if (this.#listed(slot)) return;
    const at = this.postedAt(slot);
    const { chronicle } = this.world;
    if (at === null) chronicle.fault(`${slotName(slot)} was never posted, due ${when(due)}`);
    else if (at > due + PROMPT) chronicle.fault(`${slotName(slot)} was posted ${at - due} ms late`);
  }
}

/** A stretch of the record's time through which a deadline stood in one way with those that share it. */
export interface Stretch {
  /** A state, or `hidden`. */
  readonly state: string;
  readonly key: string;
  readonly reading: DatedReading | null;
  /** Those that shared it when it began. */
  readonly targets: readonly string[];
  readonly first: Chapter;
  readonly from: number;
  /** `Infinity` for the last. */
  readonly until: number;
}

const HIDDEN = [{ state: 'hidden', key: '0', reading: null, targets: [] }] as const;

/** What the stretches of two standings have in common if they are one. */
const sameStretch = (one: Pick<Stretch, 'state' | 'key'>, other: Pick<Stretch, 'state' | 'key'>) =>
  one.state === other.state && one.key === other.key;

export function stretchesOf(chapters: readonly Chapter[]): readonly Stretch[] {
  const over: Stretch[] = [];
  let going: readonly Stretch[] = [];
  for (const first of chapters) {
    const { after, record } = first;
    const stands = after.hidden === null ? standingsOf(after) : HIDDEN;
    const goesOn = (stretch: Stretch) => stands.some((one) => sameStretch(one, stretch));
    over.push(...going.filter((stretch) => !goesOn(stretch)).map((one) => ({ ...one, until: record })));
    const left = going.filter(goesOn);
    const begun = stands
      .filter((one, index) => stands.findIndex((other) => sameStretch(one, other)) === index)
      .filter((one) => !left.some((stretch) => sameStretch(one, stretch)))
      .map((one) => ({ ...one, first, from: record, until: Infinity }));
    going = [...left, ...begun];
  }
  return [...over, ...going];
}
