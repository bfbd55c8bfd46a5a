/** Plays documented ultimatums through the front door: commands, the buttons that they lead to, and what is then seen. */
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import type { PersonAnswer } from '../../src/playground/index.js';
import { advanceTo } from '../../src/stage/manual-clock.js';
import { timelineCases, type TimelineCase } from '../support/timeline.js';
import { newsroom, posts, type Newsroom } from './newsroom.js';
import { stepsOf, type CaseNotes, type Step } from './timeline-steps.js';

/** Buttons that save, in the order in which they are looked for. */
const SAVES = [
  'Record',
  'Move',
  'Narrow deadline',
  'Pause',
  'Resume',
  'Withdraw',
  'Add source',
  'Record outcome',
  'Record reversal',
  'Dispute',
  'Link',
];

const buttonsOf = (answer: PersonAnswer) => answer.controls().map(({ label }) => label);

/** The cases that were played, each under the number it was given. */
interface Played {
  readonly numbers: ReadonlyMap<string, number>;
  /** What was not saved, by the case: the command and the answer to it. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
}

type Taken = { readonly number: number } | { readonly refused: string };

const NUMBER = /\bU-(\d+)/;

/** Types a step as Ana, and presses what leads to its saving. */
async function take(room: Newsroom, { verb, options, press }: Step): Promise<Taken> {
  const ana = room.as('Ana');
  let answer = await ana.type(`/ultimatum ${verb}`, options).done;
  for (const label of [...press, ...SAVES]) {
    const found = buttonsOf(answer).find((button) => button.startsWith(label));
    if (found === undefined) continue;
    answer = await ana.press(answer, found).done;
    if (SAVES.includes(label)) break;
  }
  await room.bot.beat();
  const saved = NUMBER.exec(answer.text());
  const isSaved = saved !== null && !buttonsOf(answer).includes('Cancel');
  return isSaved
    ? { number: Number(saved[1]) }
    : { refused: `${answer.text()} [${buttonsOf(answer).join('] [')}]` };
}

/** The options of a step, with numbers in place of the cases that are meant. */
function withNumbers({ id, options }: Step & { readonly id: string }, numbers: ReadonlyMap<string, number>) {
  const number = numbers.get(id);
  const to = numbers.get(options['to'] ?? '');
  return {
    ...(number === undefined ? {} : { ultimatum: `U-${number}` }),
    ...options,
    ...(to === undefined ? {} : { to: `U-${to}` }),
  };
}

/** Plays the cases side by side in the order of the world; what happened before the room opened is recorded then. */
async function playTimeline(
  room: Newsroom,
  cases: readonly TimelineCase[],
  notes: readonly CaseNotes[],
): Promise<Played> {
  const start = room.clock.now();
  const steps = notes.flatMap((note) => {
    const one = cases.find(({ id }) => id === note.id);
    if (one === undefined) throw new Error(`There is no case ${note.id}`);
    return stepsOf(one, note).map((step) => ({ ...step, id: note.id, at: Math.max(step.at, start) }));
  });
  const numbers = new Map<string, number>();
  const refused = new Map<string, readonly string[]>();
  for (const step of steps.toSorted((a, b) => a.at - b.at)) {
    if (refused.has(step.id)) continue;
    await advanceTo(step.at, room.clock, room.bot);
    const taken = await take(room, { ...step, options: withNumbers(step, numbers) });
    if ('refused' in taken)
      refused.set(step.id, [`/ultimatum ${step.verb} ${JSON.stringify(step.options)}`, taken.refused]);
    else if (step.verb === 'record') numbers.set(step.id, taken.number);
  }
  return { numbers, refused };
}

/** The cases as they were played, to be looked at. */
export interface PlayedTimeline extends Played {
  readonly room: Newsroom;
  /** What everybody sees of a case. */
  show(id: string): Promise<string>;
  /** Its record as it is kept. */
  stored(id: string): Promise<Ultimatum>;
  /** What was posted about a case: the first line of each post, without the names. */
  heads(id: string): readonly string[];
  /** The posts about a case. */
  posts(id: string): readonly string[];
}

/** A newsroom that opened at `start`, in which the cases of a file were played. */
export async function playedTimeline(
  file: 'timeline' | 'hard',
  start: string,
  notes: readonly CaseNotes[],
): Promise<PlayedTimeline> {
  const room = await newsroom({ start: Date.parse(start) });
  const cases = timelineCases(file);
  const all = cases.map(({ id }) => notes.find((note) => note.id === id) ?? { id });
  const played = await playTimeline(room, cases, all);
  const subject = (id: string) => `U-${played.numbers.get(id) ?? 0}`;
  const postsOf = (id: string) => {
    const about = new RegExp(`${subject(id)}(?::|\\)\\*\\*)`);
    return posts(room)
      .map(({ content }) => content)
      .filter((content) => about.test(content.split('\n')[0] ?? ''));
  };
  return {
    ...played,
    room,
    show: async (id) =>
      (await room.as('Ben').type('/ultimatum show', { ultimatum: subject(id) }).done).text(),
    async stored(id) {
      const ultimatum = await room.bot.store.ultimatum(room.guild, played.numbers.get(id) ?? 0);
      if (ultimatum === null) throw new Error(`${id} is not on record`);
      return ultimatum;
    },
    posts: postsOf,
    heads: (id) => postsOf(id).map((content) => /^\*\*([^:]*)/.exec(content)?.[1] ?? content),
  };
}
