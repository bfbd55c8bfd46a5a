/**
 * How a post is stored: the columns kind, subject, number, version and slot, and back. Nothing else takes these apart or
 * puts them together. Nonces are derived from them, so what a post is stored as never changes.
 */
import { ultimatumId } from '../domain/ultimatum-id.js';
import {
  PUBLISHABLE,
  type BoardPost,
  type EditPost,
  type EntryId,
  type Post,
  type PostKind,
  type StoredPost,
  type VersionId,
} from '../domain/post.js';
import type { ReminderOffset } from '../domain/guild.js';

/** The columns that hold a post. With guild and channel they are unique. */
export interface PostKey {
  readonly kind: PostKind;
  /** `U-12`, `schedule-3`, `review`, `board` or `list`. */
  readonly subject: string;
  readonly number: number | null;
  /** `2.0`: the deadline version and its generation. Of a board, how often it was set. Else `0`. */
  readonly version: string;
  /** Which post of that version: `entry-3`, `days-7`, `card-3`, `posted-7-3`, `linked-U-5.3`, `milestone-7`, an instant, a date, `U-12.3`. */
  readonly slot: string;
}

const NO_VERSION = '0';
const LIST_SUBJECT = 'list';

export const announcementSlot = (entry: number): string => `entry-${entry}`;

/** The announcement of an ultimatum's first entry: its card. */
export const CARD_SLOT = announcementSlot(1);

export const digestSubject = (schedule: number): string => `schedule-${schedule}`;

const versionKey = (version: VersionId | null) =>
  version === null ? NO_VERSION : `${version.number}.${version.generation}`;

const causeKey = ({ number, entry }: EntryId) => `${ultimatumId(number)}.${entry}`;

function editSlot(post: EditPost): string {
  switch (post.of) {
    case 'row':
      return `posted-${post.row}-${post.entry}`;
    case 'linked':
      return `linked-${causeKey(post.cause)}`;
    default:
      return `${post.of}-${post.entry}`;
  }
}

const boardSlot = (post: BoardPost) => (post.slot === 'edit' ? causeKey(post.cause) : post.slot);

function slotOf(post: Extract<Post, { readonly number: number }>): string {
  switch (post.kind) {
    case 'passed':
      return 'passed';
    case 'announcement':
    case 'correction':
      return announcementSlot(post.entry);
    case 'milestone':
      return `${post.offset.unit}-${post.offset.count}`;
    case 'edit':
      return editSlot(post);
  }
}

/** The columns of a post. */
export function postKey(post: Post): PostKey {
  const { kind } = post;
  switch (kind) {
    case 'digest': {
      const slot = new Date(post.fire).toISOString();
      return { kind, subject: digestSubject(post.schedule), number: null, version: NO_VERSION, slot };
    }
    case 'nudge':
      return { kind, subject: 'review', number: null, version: NO_VERSION, slot: post.day };
    case 'publish': {
      const { of, row, about: number } = post;
      const subject = number === null ? LIST_SUBJECT : ultimatumId(number);
      return { kind, subject, number, version: NO_VERSION, slot: `${of}-${row}` };
    }
    case 'event': {
      const number = post.about;
      const slot = post.of === 'entry' ? announcementSlot(post.entry) : `settings-${post.since}`;
      return { kind, subject: ultimatumId(number), number, version: NO_VERSION, slot };
    }
    case 'board': {
      const version = String(post.version);
      return { kind, subject: 'board', number: null, version, slot: boardSlot(post) };
    }
    default: {
      const { number, version } = post;
      return { kind, subject: ultimatumId(number), number, version: versionKey(version), slot: slotOf(post) };
    }
  }
}

/** The numbers in a text of this shape; null where it has another. */
function numbersIn(shape: RegExp, text: string): readonly [number, number] | null {
  const match = shape.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

function readVersion(text: string): VersionId | null {
  const [number, generation] = numbersIn(/^(\d+)\.(\d+)$/, text) ?? [];
  return number === undefined || generation === undefined ? null : { number, generation };
}

function readOffset(slot: string): ReminderOffset | null {
  const match = /^(days|hours)-(\d+)$/.exec(slot);
  if (match === null) return null;
  return { unit: match[1] === 'days' ? 'days' : 'hours', count: Number(match[2]) };
}

function readBoard({ version: text, slot }: PostKey): Post | null {
  const version = Number(text);
  if (slot === 'post' || slot === 'remove') return { kind: 'board', version, slot };
  const [number, entry] = numbersIn(/^U-(\d+)\.(\d+)$/, slot) ?? [];
  if (number === undefined || entry === undefined) return null;
  return { kind: 'board', version, slot: 'edit', cause: { number, entry } };
}

function readPublish({ number: about, slot }: PostKey): Post | null {
  const [, kind, row] = /^([a-z]+)-(\d+)$/.exec(slot) ?? [];
  const of = PUBLISHABLE.find((one) => one === kind);
  return of === undefined || row === undefined ? null : { kind: 'publish', of, row: Number(row), about };
}

function readEvent(about: number, slot: string): Post | null {
  const [, of, count] = /^(entry|settings)-(\d+)$/.exec(slot) ?? [];
  if (of === 'entry') return { kind: 'event', about, of, entry: Number(count) };
  return of === 'settings' ? { kind: 'event', about, of, since: Number(count) } : null;
}

function readEdit(about: { readonly number: number; readonly version: VersionId | null }, slot: string) {
  const [row, cause] = numbersIn(/^posted-(\d+)-(\d+)$/, slot) ?? [];
  if (row !== undefined && cause !== undefined)
    return { kind: 'edit', of: 'row', ...about, row, entry: cause } as const;
  const [from, entry] = numbersIn(/^linked-U-(\d+)\.(\d+)$/, slot) ?? [];
  if (from !== undefined && entry !== undefined)
    return { kind: 'edit', of: 'linked', ...about, cause: { number: from, entry } } as const;
  const match = /^(card|digest)-(\d+)$/.exec(slot);
  const of = match?.[1] === 'card' ? 'card' : 'digest';
  return match === null ? null : ({ kind: 'edit', of, ...about, entry: Number(match[2]) } as const);
}

function readAboutUltimatum(key: PostKey, number: number): Post | null {
  const { kind, slot } = key;
  const about = { number, version: readVersion(key.version) };
  switch (kind) {
    case 'passed':
      return { kind, ...about };
    case 'announcement':
    case 'correction': {
      const entry = /^entry-(\d+)$/.exec(slot)?.[1];
      return entry === undefined ? null : { kind, ...about, entry: Number(entry) };
    }
    case 'milestone': {
      const offset = readOffset(slot);
      return offset === null ? null : { kind, ...about, offset };
    }
    case 'edit':
      return readEdit(about, slot);
    case 'event':
      return readEvent(number, slot);
    default:
      return null;
  }
}

/** The countdown that a digest's subject names; NaN where it names none. */
export const scheduleIn = (subject: string): number => Number(/^schedule-(\d+)$/.exec(subject)?.[1]);

function readDigest({ subject, slot }: PostKey): Post | null {
  const schedule = scheduleIn(subject);
  const fire = Date.parse(slot);
  return Number.isNaN(schedule) || Number.isNaN(fire) ? null : { kind: 'digest', schedule, fire };
}

function read(key: PostKey): Post | null {
  switch (key.kind) {
    case 'digest':
      return readDigest(key);
    case 'nudge':
      return { kind: 'nudge', day: key.slot };
    case 'board':
      return readBoard(key);
    case 'publish':
      return readPublish(key);
    default:
      return key.number === null ? null : readAboutUltimatum(key, key.number);
  }
}

const COLUMNS = ['kind', 'subject', 'number', 'version', 'slot'] as const;

/** The post that columns hold. Never throws: what this release would store otherwise is unreadable. */
export function readPost(key: PostKey): StoredPost {
  const post = read(key);
  if (post === null) return { kind: 'unreadable' };
  const same = postKey(post);
  return COLUMNS.every((column) => same[column] === key[column]) ? post : { kind: 'unreadable' };
}
