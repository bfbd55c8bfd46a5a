/** Adds what somebody has to know above the next answer to them: a notice that no channel took, a proposal that was decided. */
import type { UntoldNotice } from '../domain/failure.js';
import { forgetUntold, untoldNotice } from '../posting/untold.js';
import type { ChannelStore, ClosedChannel, FactStore, PeopleStore, Proposal } from '../store/port/index.js';
import type { Words } from '../wording/index.js';
import { decidedText } from '../wording/own-proposals.js';
import { BoundedMap } from './bounded-map.js';
import { drawText } from './draw.js';
import type { Reply, View } from './command.js';
import { withSentence } from './payload.js';
import { closedText } from './notify-admins.js';

interface Asking {
  readonly guild: string;
  readonly member: { readonly id: string; readonly manager: boolean; readonly curator: boolean };
  readonly store: ChannelStore & FactStore & Pick<PeopleStore, 'proposalNews' | 'proposalTold'>;
  readonly words: Words;
}

/** How many curators and channels are remembered; a forgotten one may be told again. */
const MOST_REMEMBERED = 10_000;
const LONGEST = { plain: 2000, v2: 4000 } as const;
const MOST_COMPONENTS = 30;

/** All texts of a view together; of components the JSON, which is longer. */
function lengthOf({ content = '', components = [] }: View): number {
  return content.length + JSON.stringify(components).length;
}

/** Whether a sentence can be put above a view without making it longer than Discord takes. */
function hasRoom(view: View, sentence: string): boolean {
  if (view.v2 !== true) return (view.content ?? '').length + sentence.length < LONGEST.plain;
  const few = (view.components ?? []).length < MOST_COMPONENTS;
  return few && lengthOf(view) + sentence.length < LONGEST.v2;
}

/** What became of a proposal of theirs; null where there is nothing new. */
function proposalNotice(decided: Proposal | null, { guild, store, words }: Asking) {
  if (decided === null) return null;
  const text = drawText(decidedText(words, decided));
  return { text, take: () => store.proposalTold(guild, decided.id) };
}

export class Notices {
  /** What each curator was told of each channel; a person's id is kept in memory only. */
  readonly #shown = new BoundedMap<string, string>(MOST_REMEMBERED);

  /** The answer with one sentence above it, if there is something to say to this member and room for it. */
  async addTo(reply: Reply, asking: Asking): Promise<Reply> {
    const { member, guild, store } = asking;
    if (reply.kind !== 'message' && reply.kind !== 'update') return reply;
    if (reply.kind === 'message' && reply.everyone === true) return reply;
    const [untold, refused, decided] = await Promise.all([
      store.untold(guild),
      member.manager ? untoldNotice(store, guild) : null,
      store.proposalNews(guild, member.id),
    ]);
    const found = this.#sentence(untold, refused, asking) ?? proposalNotice(decided, asking);
    if (found === null || !hasRoom(reply.view, found.text) || !(await found.take())) return reply;
    return { ...reply, view: withSentence(found.text, reply.view) };
  }

  #sentence(
    untold: readonly ClosedChannel[],
    refused: UntoldNotice | null,
    { guild, member, store, words }: Asking,
  ) {
    const textOf = (closed: ClosedChannel) => drawText(closedText(closed, words));
    const own = untold.find(({ author }) => member.manager || author === member.id);
    if (own !== undefined) return { text: textOf(own), take: () => store.told(guild, own.channel) };
    // What a curator recorded is not posted: they hear it, and so does whoever can mend it.
    const isNews = ({ channel, reason }: ClosedChannel) =>
      this.#shown.get(`${channel} ${member.id}`) !== JSON.stringify(reason);
    const heard = member.curator ? untold.find((one) => one.author === null && isNews(one)) : undefined;
    if (heard !== undefined) {
      const take = () => {
        this.#shown.set(`${heard.channel} ${member.id}`, JSON.stringify(heard.reason));
        return Promise.resolve(true);
      };
      return { text: textOf(heard), take };
    }
    if (refused === null) return null;
    const take = async () => {
      await forgetUntold(store, guild);
      return true;
    };
    return { text: drawText(words.notices.notice(refused)), take };
  }
}
