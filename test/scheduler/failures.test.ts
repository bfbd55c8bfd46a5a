import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpFault } from '../../src/playground/index.js';
import { newsroom, posts, RECORD, recorded, type Newsroom } from '../e2e/newsroom.js';

const MINUTE = 60_000;

let room: Newsroom;
let stopped: string[];
beforeEach(async () => {
  stopped = [];
  room = await newsroom({ fatal: (reason) => stopped.push(reason) });
});
afterEach(() => room.close());

const idOf = (channel: string) => room.discord.world.channel(channel).id;
const sending = (channel = 'ultimatums') => ({ method: 'POST', path: `/channels/${idOf(channel)}/messages` });

/** Lets so many minutes pass, a beat in each. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    room.clock.set(room.clock.now() + MINUTE);
    await room.bot.beat();
  }
}

/** Requests that send a message to a channel, from now on, and what each was answered. */
function sent(channel = 'ultimatums'): number[] {
  const answers: number[] = [];
  room.discord.onRequest(({ method, path, status }) => {
    if (method === 'POST' && path === sending(channel).path) answers.push(status);
  });
  return answers;
}

const card = async () => (await room.bot.store.deliveries(room.guild, { kind: 'announcement', limit: 1 }))[0];

/** One row of the failure table: what goes wrong with a post, and what comes of it. */
interface Failure {
  readonly what: string;
  strike(): void;
  /** Undoes it, where people can. */
  mend?(): void;
  /** Requests in the first hour, and messages that stand at its end. */
  readonly tries: number | readonly [number, number];
  readonly posted: number;
  /** What the row is after that hour, and an hour after it was mended. */
  readonly status: string;
  readonly mended?: string;
  /** What the admins read, once; nothing where they can do nothing. */
  readonly told?: string;
}

const answering = (fault: HttpFault, times?: number) => () => {
  if (times === undefined) room.discord.faults.during(sending(), fault);
  else room.discord.faults.next(sending(), fault, times);
};
const status = (code: number, more: object = {}) => ({ kind: 'status', status: code, ...more }) as const;
const rights = (manner: object) =>
  room.discord.world.overwrite('ultimatums', { of: room.discord.world.bot.id, ...manner });
const deny = (right: 'ViewChannel' | 'SendMessages') => () => rights({ deny: [right] });
const allow = () => rights({ allow: ['ViewChannel', 'SendMessages'] });
const mend = () => room.discord.faults.clear();

/** What closes the channel until it is mended; it is tried again by itself. */
const closed = (what: string, how: Pick<Failure, 'strike' | 'mend'>, told: string): Failure => ({
  what,
  ...how,
  tries: 4,
  posted: 0,
  status: 'pending',
  mended: 'sent',
  told,
});
const closing = (what: string, code: number, about: object, told: string): Failure =>
  closed(what, { strike: answering(status(code, about)), mend }, told);

const FAILURES: readonly Failure[] = [
  { what: 'three times a 502', strike: answering(status(502), 3), tries: 4, posted: 1, status: 'sent' },
  {
    what: 'a 502 after it was stored',
    strike: answering(status(502, { afterStoring: true }), 1),
    tries: 2,
    posted: 1,
    status: 'sent',
  },
  // A request that is cut off is not seen by the listener unless it was carried out.
  {
    what: 'a connection that is reset before Discord has it',
    strike: answering({ kind: 'drop', beforeStoring: true }, 2),
    tries: 1,
    posted: 1,
    status: 'sent',
  },
  {
    what: 'a connection that is reset after Discord has it',
    strike: answering({ kind: 'drop' }, 2),
    tries: 3,
    posted: 1,
    status: 'sent',
  },
  {
    what: 'an outage of an hour',
    strike: answering(status(503)),
    mend,
    tries: [13, 25],
    posted: 0,
    status: 'pending',
    mended: 'sent',
  },
  {
    what: 'a 429',
    strike: answering(status(429, { retryAfter: 1 }), 3),
    tries: 4,
    posted: 1,
    status: 'sent',
  },
  {
    what: 'an overloaded part of Discord',
    strike: answering(status(503, { code: 130000 }), 1),
    tries: 2,
    posted: 1,
    status: 'sent',
  },
  closed(
    'no right to send there',
    { strike: deny('SendMessages'), mend: allow },
    'the bot may not post in the channel. Give the bot Send Messages there.',
  ),

  closed(
    'no right to see the channel',
    { strike: deny('ViewChannel'), mend: allow },
    'the bot may not see the channel. Give the bot View Channel, Send Messages and Read Message History there.',
  ),

  closing(
    'a message that the bot may not read and would answer',
    400,
    { code: 160002 },
    'the bot may not read the message it would reply to',
  ),

  {
    what: 'an archived thread that it may open',
    strike: answering(status(403, { code: 50083 }), 1),
    tries: 2,
    posted: 1,
    status: 'sent',
  },
  {
    ...closing(
      'an archived thread that stays so',
      403,
      { code: 50083 },
      'the thread is archived and the bot',
    ),
    tries: 8,
  },

  {
    what: 'a channel that is gone',
    strike: () => room.discord.faults.during(sending(), status(404, { code: 10003 })),
    tries: 1,
    posted: 0,
    status: 'failed',
    told: 'any more: the channel is gone. Choose another channel.',
  },
  {
    what: 'a server that the bot was removed from',
    strike: answering(status(404, { code: 10004 })),
    tries: 1,
    posted: 0,
    status: 'failed',
    told: 'the bot is no longer in the server. Invite it again.',
  },
  {
    what: 'a channel that takes no messages',
    strike: answering(status(400, { code: 50008 })),
    tries: 1,
    posted: 0,
    status: 'failed',
    told: 'any more: it is not a channel that takes messages. Choose a text channel, an announcement channel or a thread.',
  },
  closing(
    'a locked thread',
    400,
    { code: 160005 },
    'the thread is locked. Unlock the thread, or choose another channel.',
  ),

  closing(
    'a refusal that nobody knows',
    403,
    { code: 20018, message: 'Only the owner may' },
    'Discord says "Only the owner may". Look at the channel',
  ),

  {
    what: 'a limit of the channel that does not pass',
    strike: answering(status(403, { code: 20028, message: 'Slow down' })),
    mend,
    tries: [6, 10],
    posted: 0,
    status: 'pending',
    mended: 'sent',
    told: 'Discord says "Slow down". It is a limit of Discord that passes.',
  },
  {
    what: 'AutoMod',
    strike: answering(status(400, { code: 200000 })),
    tries: 1,
    posted: 0,
    status: 'failed',
    told: 'AutoMod blocked a post of this bot there. Exempt the bot, or change the rule.',
  },
  {
    what: 'a post that Discord finds invalid',
    strike: answering(status(400, { code: 50035, message: 'Invalid Form Body' })),
    tries: 1,
    posted: 0,
    status: 'failed',
    told: 'Discord says "Invalid Form Body".',
  },
  {
    what: 'a post that was made and deleted since',
    strike: answering(status(404, { code: 10008 })),
    tries: 1,
    posted: 0,
    status: 'sent',
  },
];

describe('posting handles', () => {
  it.each(FAILURES)('$what', async (failure) => {
    await room.as('Mod').type('/settings set', { 'admin-channel': 'review' }).done;
    await room.as('Zoe', 'Elsewhere/desk').type('/settings set', { announcements: 'desk' }).done;
    failure.strike();
    const answers = sent();
    await recorded(room);
    // Another server's post does not wait for this one.
    const preview = await room
      .as('Zoe', 'Elsewhere/desk')
      .type('/ultimatum record', { ...RECORD, zone: 'UTC' }).done;
    await room.as('Zoe', 'Elsewhere/desk').press(preview, 'Record').done;
    await room.bot.beat();
    expect(posts(room, 'desk')).toHaveLength(1);
    await pass(60);
    const [least, most] = typeof failure.tries === 'number' ? [failure.tries, failure.tries] : failure.tries;
    expect(answers.length).toBeGreaterThanOrEqual(least);
    expect(answers.length).toBeLessThanOrEqual(most);
    expect(posts(room)).toHaveLength(failure.posted);
    expect(await card()).toMatchObject({ status: failure.status });
    const told = posts(room, 'review').map(({ content }) => content);
    expect(told).toHaveLength(failure.told === undefined ? 0 : 1);
    expect(told.join('')).toContain(failure.told ?? '');
    expect(stopped).toEqual([]);
    if (failure.mend === undefined) return;
    failure.mend();
    await pass(60);
    expect(await card()).toMatchObject({ status: failure.mended });
    expect(posts(room)).toHaveLength(1);
    expect(posts(room)[0]?.content).toMatch(/Was due .*, posted /);
    expect(posts(room, 'review')).toHaveLength(told.length);
  });

  it('a revoked token by stopping the bot, without a further request or a lost post', async () => {
    room.discord.faults.during(sending(), status(401));
    const answers = sent();
    await recorded(room);
    await pass(60);
    expect(stopped).toEqual(['Discord no longer accepts the token. Check DISCORD_TOKEN.']);
    expect(answers).toEqual([401]);
    expect(await card()).toMatchObject({ status: 'pending' });
    room.discord.faults.clear();
    await room.bot.beat();
  });
});
