/** Puts together what answers people and what posts, each for the processes that do it. */
import { handlers } from '../commands/index.js';
import { drawText } from './cli/draw.js';
import { installationChecks } from './checkup.js';
import { wallNow } from './clock.js';
import type { BotOptions } from './bot-options.js';
import { createChannels } from './discord/channels.js';
import { createCourier } from './discord/courier.js';
import { Dispatch } from './discord/dispatch.js';
import { tellNotice } from './discord/notify-admins.js';
import { createPresence, type Presence } from './discord/presence.js';
import { fetchingFiles } from './discord/sent-files.js';
import type { Foundation } from './foundation.js';
import { measuredSend } from './measured.js';
import { createBeat, type Beat } from './scheduler/beat.js';
import type { Notice } from './scheduler/set-aside.js';
import { isAlone } from './store/index.js';
import { english } from './wording/index.js';

const { random } = Math;

/** What posts: the role `worker`. */
export interface PostingService {
  readonly beat: Beat;
  readonly presence: Presence;
}

/** What both need. `bot` is the bot's own user id. */
const sharedOf = ({ log }: BotOptions, { store, channelRest }: Foundation, bot: string) => ({
  store,
  channels: createChannels(channelRest, bot),
  log,
  words: english,
});

/** Puts together what posts. `bot` is the bot's own user id. */
export function createPosting(options: BotOptions, foundation: Foundation, bot: string): PostingService {
  const { clock, log, fatal, requestsPerSecond, databaseUrl, measures } = options;
  const { store, channelRest, postRest } = foundation;
  const now = () => clock.now();
  const shared = sharedOf(options, foundation, bot);
  const presence = createPresence({ rest: channelRest, store, now, log });
  const { send } = createCourier({
    ...shared,
    rest: postRest,
    wallNow,
    wallOf: clock.wallOf,
    random,
    requestsPerSecond,
    hidden: (guild) => presence.check(guild),
    publicUrl: () => options.publicUrl?.() ?? null,
    fatal: () => fatal(drawText(english.operator.discord.tokenRevoked)),
  });
  const beat = createBeat({
    store,
    send: measures === undefined ? send : measuredSend(send, now, measures),
    now,
    wallNow,
    log,
    batch: 500,
    perSecond: requestsPerSecond,
    alone: isAlone(databaseUrl),
    tell: (notice: Notice) => tellNotice(notice, shared),
    erased: (task, count) => log.info({ task, count }, 'erased what had been kept long enough'),
  });
  return { beat, presence };
}

/** Puts together what answers people. `bot` is the bot's own user id. */
export function createDispatch(options: BotOptions, foundation: Foundation, bot: string): Dispatch {
  const { clock, log, announceDelay, patience, measures } = options;
  const { store, channels } = sharedOf(options, foundation, bot);
  const { pictures, rest } = foundation;
  return new Dispatch({
    handlers,
    rest,
    log,
    now: () => clock.now(),
    store,
    channels,
    announceDelay,
    publicUrl: options.publicUrl?.() ?? null,
    installation: () => installationChecks(options, store),
    fetchFile: fetchingFiles(options.apiUrl),
    picture: (words, about) => pictures.png({ words, about, server: null }),
    patience,
    ...(measures === undefined ? {} : { answered: (ms: number) => measures.answered(ms) }),
  });
}
