/** What people and other apps put into a message besides text: polls, forwards, stickers and more. */
import type { EmbedBody } from './check/message.js';
import type { LocalMessage, Shared } from './message.js';

/** What people and other apps put into a message, beside or instead of text. */
export interface SharedSeed {
  readonly content?: string;
  readonly embeds?: readonly EmbedBody[];
  /** Components v2, as a bot sends them; they exclude content and embeds. */
  readonly components?: readonly Readonly<Record<string, unknown>>[];
  readonly poll?: PollSeed;
  /** Names of stickers. */
  readonly stickers?: readonly string[];
  /** A message that is forwarded, as it is now. */
  readonly forward?: LocalMessage;
  /** Leaves out where the forwarded message is from. */
  readonly withoutReference?: boolean;
}

interface PollSeed {
  readonly question: string;
  readonly answers: readonly string[];
  /** ms UTC; a day after the message where none is given. */
  readonly expiry?: number;
  readonly finalized?: boolean;
}

interface SharedParts {
  readonly now: number;
  readonly newId: () => string;
  readonly jsonOf: (message: LocalMessage) => Record<string, unknown>;
}

const HAS_SNAPSHOT = 1 << 14;
const DAY_MS = 86_400_000;
const DEFAULT_TYPE = 0;
const FORWARD = 1;

/** What Discord keeps of a message that is forwarded: no author, no poll. */
const KEPT = [
  'type',
  'content',
  'embeds',
  'attachments',
  'timestamp',
  'edited_timestamp',
  'flags',
  'mentions',
  'mention_roles',
  'components',
  'sticker_items',
];

/** Undefined where a seed is nothing but text, embeds and components. */
export function sharedOf(seed: SharedSeed, parts: SharedParts): Shared | undefined {
  const { poll, stickers = [], forward } = seed;
  if (poll === undefined && stickers.length === 0 && forward === undefined) return undefined;
  const items = stickers.map((name) => ({ id: parts.newId(), name, format_type: 1 }));
  return {
    flags: forward === undefined ? 0 : HAS_SNAPSHOT,
    json: {
      ...(poll === undefined ? {} : { poll: pollJson(poll, parts.now) }),
      ...(items.length === 0 ? {} : { sticker_items: items }),
      ...(forward === undefined ? {} : forwardJson(forward, seed.withoutReference === true, parts)),
    },
    lines: [
      ...(poll === undefined ? [] : [`[poll ${poll.question}: ${poll.answers.join(' / ')}]`]),
      ...stickers.map((name) => `[sticker ${name}]`),
      ...(forward === undefined ? [] : ['[forwarded]', forward.text()]),
    ],
  };
}

function pollJson({ question, answers, expiry, finalized = false }: PollSeed, now: number): unknown {
  return {
    question: { text: question },
    answers: answers.map((text, index) => ({ answer_id: index + 1, poll_media: { text } })),
    expiry: new Date(expiry ?? now + DAY_MS).toISOString(),
    allow_multiselect: false,
    layout_type: 1,
    results: { answer_counts: [], is_finalized: finalized },
  };
}

function forwardJson(
  forward: LocalMessage,
  withoutReference: boolean,
  { jsonOf }: SharedParts,
): Record<string, unknown> {
  const whole = { ...jsonOf(forward), type: DEFAULT_TYPE };
  const message = Object.fromEntries(Object.entries(whole).filter(([key]) => KEPT.includes(key)));
  const { id, channelId, guildId } = forward;
  const reference = {
    type: FORWARD,
    channel_id: channelId,
    message_id: id,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
  return {
    message_snapshots: [{ message }],
    ...(withoutReference ? {} : { message_reference: reference }),
  };
}
