/** The refusals of Discord that close a channel: why nothing can be posted there, and what mends it. */
import type { ChannelProblem, Remedy } from '../domain/failure.js';

/** Why nothing can be posted in a channel. */
export interface Closure {
  readonly why: ChannelProblem;
  /** What would mend it. With \`check-permissions\` the missing ones are named, where they can be read. */
  readonly remedy: Remedy;
  /** Trying again by itself makes no sense. */
  readonly gone: boolean;
  /** A limit on how often something may be done there. */
  readonly limit?: true;
}

type Problem = Exclude<ChannelProblem['kind'], 'discord-said'>;
type Mend = Exclude<Remedy['kind'], 'give-permissions'>;

const forGood = (why: Problem, remedy: Mend): Closure => ({
  why: { kind: why },
  remedy: { kind: remedy },
  gone: true,
});
const forNow = (why: Problem, remedy: Mend): Closure => ({ ...forGood(why, remedy), gone: false });

export const CHANNEL_GONE = forGood('channel-gone', 'choose-channel');

/** Whether it was posted before cannot be known, so it must not be posted again. */
export const NO_HISTORY = forNow('no-history', 'check-permissions');

const OTHER_KIND = forGood('other-kind', 'choose-postable');

const CLOSURES: Readonly<Record<number, Closure>> = {
  10003: CHANNEL_GONE,
  10004: forGood('bot-removed', 'invite'),
  50001: forNow('cannot-see', 'check-permissions'),
  50008: OTHER_KIND,
  50013: forNow('cannot-post', 'check-permissions'),
  50024: OTHER_KIND,
  50083: forNow('thread-archived', 'open-thread'),
  160002: forNow('cannot-reply', 'check-permissions'),
  160005: forNow('thread-locked', 'unlock-thread'),
};

/** What a code of Discord says about its channel; null where it says nothing about one. */
export function closureOf(code: number): Closure | null {
  return CLOSURES[code] ?? null;
}

const said = (words: string, remedy: Mend): Closure => ({
  why: { kind: 'discord-said', words },
  remedy: { kind: remedy },
  gone: false,
});

/** A limit of Discord's that did not pass within a few attempts. */
export const limitedClosure = (words: string): Closure => ({ ...said(words, 'wait-for-limit'), limit: true });

/** A refusal that this release does not know. */
export const unknownClosure = (words: string): Closure => said(words, 'check-settings');
