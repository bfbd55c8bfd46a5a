import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, recorded, type Newsroom } from './newsroom.js';

export const ABOUT = { ultimatum: 'U-1' };
export const SOURCED = { ...ABOUT, source: 'https://www.bbc.co.uk/news/x' };

/** The labels of everything that can be pressed. */
export const labels = (answer: PersonAnswer) => answer.controls().flatMap(({ label }) => label);

export interface Mending {
  readonly room: Newsroom;
  /** Sets the clock and lets everything happen that is due. */
  at(instant: string): Promise<void>;
  stored(): ReturnType<Newsroom['bot']['store']['ultimatum']>;
  /** Types a verb and presses its button; gives the text of the preview. */
  saved(verb: string, options: Record<string, string>, label: string): Promise<string>;
  /** Types a correction of an entry of U-1. */
  typed(entry: number, options?: Record<string, string>): Promise<PersonAnswer>;
  /** Corrects an entry of U-1; gives the text of the preview. */
  correct(entry: number, options: Record<string, string>, label?: string): Promise<string>;
  /** Closes U-1 after its deadline; gives the entry of the outcome. */
  closed(compliance: string, followThrough: string, more?: Record<string, string>): Promise<number>;
  shown(): Promise<string>;
}

/** A newsroom with one ultimatum, U-1, in which Ana makes and mends mistakes. */
export async function mending(): Promise<Mending> {
  const room = await newsroom();
  await recorded(room);
  const ana = () => room.as('Ana');
  const correction = (entry: number, options: Record<string, string> = {}) => ({
    ...ABOUT,
    entry: String(entry),
    reason: 'misread',
    ...options,
  });
  const self: Mending = {
    room,
    async at(instant) {
      room.clock.set(Date.parse(instant));
      await room.bot.beat();
    },
    stored: () => room.bot.store.ultimatum(room.guild, 1),
    async saved(verb, options, label) {
      const preview = await ana().type(`/ultimatum ${verb}`, options).done;
      const text = preview.text();
      const done = await ana().press(preview, label).done;
      if (!done.text().includes('U-1')) throw new Error(`Not saved: ${done.text()}`);
      await room.bot.beat();
      return text;
    },
    typed: (entry, options) => ana().type('/ultimatum correct', correction(entry, options)).done,
    correct: (entry, options, label = 'Correct') => self.saved('correct', correction(entry, options), label),
    async closed(compliance, followThrough, more = {}) {
      await self.at('2025-09-04T15:00:00Z');
      const sides = { compliance, 'follow-through': followThrough, ...more };
      await self.saved('outcome', { ...SOURCED, grade: 'primary', ...sides }, 'Record outcome');
      return (await self.stored())?.outcomes[0]?.entry ?? 0;
    },
    shown: async () => (await room.as('Ben').type('/ultimatum show', ABOUT).done).text(),
  };
  return self;
}
