import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const typed = (line: string, options: Record<string, string> = {}, name = 'Ana'): Promise<PersonAnswer> =>
  room.as(name).type(line, options).done;
const pressed = (answer: PersonAnswer, label: string) => room.as('Ana').press(answer, label).done;
const ABOUT = { ultimatum: 'U-1' };

describe('a record whose reading had to be chosen', () => {
  it('is not offered again as unfinished once it is saved', async () => {
    const question = await typed('/ultimatum record', { ...RECORD, deadline: 'midnight Friday' });
    const preview = await pressed(question, question.controls()[0]?.label ?? '');
    expect((await pressed(preview, 'Record')).text()).toContain('Saved as U-1');
    const next = await typed('/ultimatum record', { ...RECORD, target: 'China' });
    expect(next.text()).not.toContain('unfinished');
    expect(next.controls().map(({ label }) => label)).not.toContain('Open the unfinished one');
  });
});

describe('eight targets', () => {
  it('are all named by /ultimatum show', async () => {
    const names = ['Denmark', 'Norway', 'Sweden', 'France', 'Germany', 'Netherlands', 'Finland', 'Iceland'];
    await recorded(room, { target: names.join('; ') });
    const shown = (await typed('/ultimatum show', ABOUT)).text();
    for (const name of names) expect(shown).toContain(name);
  });
});

describe('words that are not exact', () => {
  it.each([
    ['in a couple of weeks', 'about Mon 28 Jul 2025'],
    ['around Thanksgiving', 'about Thu 27 Nov 2025'],
  ])('%s is shown as %s', async (deadline, day) => {
    expect((await typed('/ultimatum record', { ...RECORD, deadline })).text()).toContain(`Deadline: ${day}`);
  });
});

describe('what only a curator can do', () => {
  it('offers a member no proposal where none can be made', async () => {
    await recorded(room);
    const merge = { from: 'Donald Trump', into: 'Donald Trump' };
    for (const [line, options] of [['/review', {}] as const, ['/issuers merge', merge] as const]) {
      const refused = await typed(line, options, 'Ben');
      expect(refused.text()).toContain('Only curators can do that.');
      expect(refused.text()).not.toContain('propose');
    }
  });
});
