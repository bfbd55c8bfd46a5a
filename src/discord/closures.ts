/** The refusals of Discord that close a channel: why nothing can be posted there, and what mends it. */

/** Why nothing can be posted in a channel. */
export interface Closure {
  /** The rest of a sentence: `the channel is gone`. */
  readonly reason: string;
  /** What would mend it, a sentence. */
  readonly remedy: string;
  /** Trying again by itself makes no sense. */
  readonly gone: boolean;
  /** Permissions are missing: the remedy is to name them, where they can be read. */
  readonly rights?: true;
  /** A limit on how often something may be done there. */
  readonly limit?: true;
}

/** Where it could not be read which permissions are missing. */
const RIGHTS = 'Check that the bot has View Channel, Send Messages and Read Message History there.';
const rights = (reason: string): Closure => ({ reason, remedy: RIGHTS, gone: false, rights: true });

export const CHANNEL_GONE: Closure = {
  reason: 'the channel is gone',
  remedy: 'Choose another channel.',
  gone: true,
};

/** Whether it was posted before cannot be known, so it must not be posted again. */
export const NO_HISTORY: Closure = rights(
  'the bot may not read the channel, so it cannot see whether this was posted already',
);

const OTHER_KIND: Closure = {
  reason: 'it is not a channel that takes messages',
  remedy: 'Choose a text channel, an announcement channel or a thread.',
  gone: true,
};

const CLOSURES: Readonly<Record<number, Closure>> = {
  10003: CHANNEL_GONE,
  10004: { reason: 'the bot is no longer in the server', remedy: 'Invite it again.', gone: true },
  50001: rights('the bot may not see the channel'),
  50008: OTHER_KIND,
  50013: rights('the bot may not post in the channel'),
  50024: OTHER_KIND,
  50083: {
    reason: 'the thread is archived and the bot may not open it',
    remedy: 'Open the thread again, or choose another channel.',
    gone: false,
  },
  160002: rights('the bot may not read what it would answer there'),
  160005: {
    reason: 'the thread is locked',
    remedy: 'Unlock the thread, or choose another channel.',
    gone: false,
  },
};

/** What a code of Discord says about its channel; null where it says nothing about one. */
export function closureOf(code: number): Closure | null {
  return CLOSURES[code] ?? null;
}

/** A limit of Discord's that did not pass within a few attempts. */
export function limitedClosure(reason: string): Closure {
  const remedy = 'It is a limit of Discord that passes. If slow mode is on there, shorten it.';
  return { reason, remedy, gone: false, limit: true };
}

/** A refusal that nobody has told us of: what Discord says, and what can be tried. */
export function unknownClosure(reason: string): Closure {
  const remedy =
    "Look at the channel's settings and at the bot's permissions there, or choose another channel.";
  return { reason, remedy, gone: false };
}
