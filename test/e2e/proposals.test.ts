import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room);
});
afterEach(() => room.close());

const labels = (answer: PersonAnswer) => answer.controls().map(({ label }) => label);
const type = (name: string, line: string, options: Record<string, string> = {}) =>
  room.as(name).type(line, options).done;

/** Ben disputes U-1 for that reason. */
async function proposed(reason: string): Promise<PersonAnswer> {
  const preview = await type('Ben', '/ultimatum dispute', { ultimatum: 'U-1', reason });
  return room.as('Ben').press(preview, 'Propose').done;
}

describe('/proposals', () => {
  it('lists what waits, takes it back, and takes it out of the review', async () => {
    await proposed('the date is wrong');
    const list = await type('Ben', '/proposals');
    expect(list.text()).toContain('U-1: Dispute');
    expect(list.text()).toContain('the date is wrong');
    expect(list.text()).toContain('Waiting for a curator.');
    const after = await room.as('Ben').press(list, 'Take back').done;
    expect(after.text()).toContain('Taken back.');
    expect(after.text()).toContain('You took it back.');
    expect((await type('Ana', '/review')).text()).toContain('There is nothing to review.');
    expect((await type('Ben', '/proposals')).text()).not.toContain('Your proposal about');
  });

  it('shows nothing of what others proposed', async () => {
    await proposed('the date is wrong');
    expect((await type('Ana', '/proposals')).text()).toContain('You have proposed nothing here yet.');
  });
});

describe('a proposal that was decided', () => {
  it('is told to its author above the next answer, once, with the reason', async () => {
    await proposed('the date is wrong');
    const review = await type('Ana', '/review');
    await room.as('Ana').press(review, 'Decline').done;
    await room.as('Ana').submit({ reason: 'the order says 2 September' }).done;
    expect((await type('Ana', '/ultimatum show', { ultimatum: 'U-1' })).text()).not.toContain(
      'Your proposal',
    );
    const next = await type('Ben', '/ultimatum show', { ultimatum: 'U-1' });
    expect(next.text()).toContain(
      'Your proposal about U-1 was declined. The reason given: the order says 2 September',
    );
    expect((await type('Ben', '/ultimatum show', { ultimatum: 'U-1' })).text()).not.toContain(
      'Your proposal',
    );
    expect((await type('Ben', '/proposals')).text()).toContain('Declined: the order says 2 September');
  });

  it('is told as accepted', async () => {
    const preview = await type('Ben', '/ultimatum record', { ...RECORD, target: 'Iran' });
    await room.as('Ben').press(preview, 'Propose').done;
    const review = await type('Ana', '/review');
    await room.as('Ana').press(review, 'Accept').done;
    expect((await type('Ben', '/ultimatum list')).text()).toContain(
      'Your proposal of a new record was accepted.',
    );
  });

  it('is forgotten with its author', async () => {
    await proposed('the date is wrong');
    const review = await type('Ana', '/review');
    await room.as('Ana').press(review, 'Accept').done;
    const asked = await type('Ben', '/privacy forget-me');
    await room.as('Ben').press(asked, 'Forget me').done;
    expect((await type('Ben', '/ultimatum list')).text()).not.toContain('Your proposal');
  });
});

describe('the limit of proposals', () => {
  it('is said before anything is typed, with the list one press away', async () => {
    for (const reason of ['a', 'b', 'c']) await proposed(reason);
    const refused = await type('Ben', '/ultimatum dispute', { ultimatum: 'U-1', reason: 'd' });
    expect(refused.text()).toContain(
      'You already have 3 proposals waiting for a curator: U-1, U-1 and U-1. Take one back with /proposals',
    );
    const form = await type('Ben', '/ultimatum outcome', { ultimatum: 'U-1' });
    expect(form.text()).toContain('You already have 3 proposals');
    const list = await room.as('Ben').press(refused, 'My proposals').done;
    expect(labels(list).filter((label) => label === 'Take back')).toHaveLength(3);
    await room.as('Ben').press(list, 'Take back').done;
    expect((await type('Ben', '/ultimatum outcome', { ultimatum: 'U-1' })).text()).toContain(
      'Record outcome',
    );
  });

  it('is said in the place of suggestions, to members only', async () => {
    const suggested = (name: string) => room.as(name).suggest('/ultimatum move', {}, 'ultimatum', '');
    expect((await suggested('Ben'))[0]?.value).toBe('U-1');
    for (const reason of ['a', 'b', 'c']) await proposed(reason);
    expect((await suggested('Ben'))[0]?.name).toBe(
      'You have 3 proposals waiting, which is the limit. Take one back with /proposals first.',
    );
    expect((await suggested('Ana'))[0]?.value).toBe('U-1');
  });

  it('leads a member who may not correct to a dispute', async () => {
    const correction = { ultimatum: 'U-1', entry: '1', reason: 'x', demand: 'y' };
    const refused = await type('Ben', '/ultimatum correct', correction);
    expect(refused.text()).toContain('Only curators can do that.');
    expect((await room.as('Ben').press(refused, 'Dispute').done).text()).toContain('Reason');
  });
});
