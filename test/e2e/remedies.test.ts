import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const labels = (answer: PersonAnswer) => answer.controls().map(({ label }) => label);
const type = (line: string, options: Record<string, string> = {}, name = 'Ana') =>
  room.as(name).type(line, options).done;
const press = (answer: PersonAnswer, label: string, name = 'Ana') => room.as(name).press(answer, label).done;

const U1 = { ultimatum: 'U-1' };
const SOURCE = { source: 'https://www.bbc.co.uk/b' };
const OUTCOME = {
  ...U1,
  compliance: 'full',
  'follow-through': 'not-due',
  complied: 'today',
  source: 'https://www.cnn.com/x',
  'second-source': 'https://www.bbc.co.uk/y',
};

/** Types a change and presses the button that saves it. */
async function saved(line: string, options: Record<string, string>, label: string): Promise<PersonAnswer> {
  return press(await type(line, options), label);
}

describe('the buttons below a refusal', () => {
  it('open a form whose next refusal takes the place of the first', async () => {
    const refused = await type('/ultimatum record', { ...RECORD, source: 'not a link' });
    await press(refused, 'Edit text');
    const again = await room.as('Ana').submit({}).done;
    expect(again.messageId).toBe(refused.messageId);
    expect(labels(again)).toContain('Edit text');
    await press(again, 'Edit text');
    const third = await room.as('Ana').submit({}).done;
    expect(third.messageId).toBe(refused.messageId);
  });

  it('resume a paused ultimatum with the deadline that was typed as a move', async () => {
    await recorded(room);
    await saved('/ultimatum suspend', { ...U1, ...SOURCE }, 'Pause');
    const refused = await type('/ultimatum move', { ...U1, ...SOURCE, deadline: 'in 3 weeks' });
    expect(refused.text()).toContain('U-1 is paused. To set a new deadline, use /ultimatum resume.');
    expect(labels(refused)[0]).toBe('Resume');
    const preview = await press(refused, 'Resume');
    expect((await press(preview, 'Resume')).text()).toContain('U-1 is running again.');
  });

  it('move a running one with the deadline that was typed to resume it', async () => {
    await recorded(room);
    const refused = await type('/ultimatum resume', { ...U1, ...SOURCE, deadline: 'in 3 weeks' });
    const preview = await press(refused, 'Move');
    expect((await press(preview, 'Move')).text()).toContain('Deadline moved: U-1.');
  });

  it('correct the outcome of one that is closed, with what was typed', async () => {
    await recorded(room);
    await saved('/ultimatum outcome', OUTCOME, 'Record outcome');
    const refused = await type('/ultimatum outcome', { ...OUTCOME, compliance: 'partial' });
    expect(refused.text()).toContain('The outcome of U-1 is already on record.');
    expect(labels(refused)[0]).toBe('Correct entry 2');
    const form = await press(refused, 'Correct entry 2');
    expect(form.text()).toContain('Correct');
    const preview = await room.as('Ana').submit({ reason: 'only half of it' }).done;
    expect(labels(preview)).toContain('Correct');
    expect((await press(preview, 'Correct')).text()).toContain('Corrected: U-1.');
  });

  it('dispute it where a member may not correct it', async () => {
    await recorded(room);
    await saved('/ultimatum outcome', OUTCOME, 'Record outcome');
    const refused = await type('/ultimatum move', { ...U1, ...SOURCE, deadline: 'in 3 weeks' }, 'Ben');
    expect(labels(refused)[0]).toBe('Dispute');
    await press(refused, 'Dispute', 'Ben');
    const preview = await room.as('Ben').submit({ reason: 'it goes on' }).done;
    expect(labels(preview)).toContain('Propose');
  });

  it('add the link of a move that moves nothing as a source', async () => {
    await recorded(room);
    const refused = await type('/ultimatum move', { ...U1, ...SOURCE, deadline: '50 days' });
    expect(labels(refused)[0]).toBe('Add as a source');
    const preview = await press(refused, 'Add as a source');
    expect((await press(preview, 'Add source')).text()).toContain('Source added: U-1.');
  });

  it('offer the targets there are in the place of one there is not', async () => {
    await recorded(room, { target: 'Ford; GM; Stellantis' });
    const refused = await type('/ultimatum suspend', { ...U1, ...SOURCE, target: 'Toyota' });
    expect(labels(refused).slice(0, 3)).toEqual(['Ford', 'GM', 'Stellantis']);
    const preview = await press(refused, 'GM');
    expect(preview.text()).toContain('GM');
    expect(labels(preview)).toContain('Pause');
  });

  it('open the outcome where nothing is on record that could have been reversed', async () => {
    await recorded(room);
    const reversal = { ...U1, ...SOURCE, what: 'measures-lifted', when: 'today' };
    const refused = await type('/ultimatum reversed', reversal);
    const form = await press(refused, 'Record outcome');
    expect(form.text()).toContain('What did Russia do?');
  });

  it('open the texts where a source is no link, which is quoted whole', async () => {
    const refused = await type('/ultimatum record', { ...RECORD, source: 'not a link' });
    expect(refused.text()).toContain('"not a link" can\'t be read as a link.');
    expect(labels(refused)[0]).toBe('Edit text');
  });

  it('offer links as records only where there are links', async () => {
    await recorded(room);
    const bare = { ...U1, compliance: 'full', 'follow-through': 'full' };
    const refused = await type('/ultimatum outcome', bare);
    expect(refused.text()).toContain(
      'Please give the day the demand was met. Please give the day the issuer acted.',
    );
    expect(labels(refused)).toEqual(['Edit text', 'Cancel']);
  });

  it('offer the entries there are in the place of one there is not, and ask what is wrong with it', async () => {
    await recorded(room);
    await saved('/ultimatum source', { ...U1, ...SOURCE }, 'Add source');
    const refused = await type('/ultimatum correct', { ...U1, entry: '9', reason: 'typo' });
    expect(refused.text()).toContain('It has entries 1 to 2.');
    expect(labels(refused).slice(0, 2)).toEqual(['Correct entry 2', 'Correct entry 1']);
    const form = await press(refused, 'Correct entry 1');
    expect(form.modal?.fields.find(({ customId }) => customId === 'demand')?.value).toBe(RECORD.demand);
    const preview = await room.as('Ana').submit({ demand: 'agree' }).done;
    expect((await press(preview, 'Correct')).text()).toContain('Corrected: U-1.');
  });

  it('take an entry out, or correct it, where both were typed', async () => {
    await recorded(room);
    await saved('/ultimatum source', { ...U1, ...SOURCE }, 'Add source');
    const both = { ...U1, entry: '2', reason: 'wrong', quote: 'no', remove: 'true' };
    const refused = await type('/ultimatum correct', both);
    expect(labels(refused).slice(0, 2)).toEqual(['Remove entry', 'Correct']);
    expect(labels(await press(refused, 'Remove entry'))[0]).toBe('Remove entry');
  });
});

describe('the update of an ultimatum that ended', () => {
  it('leads on to the form of the outcome and keeps the link', async () => {
    await recorded(room);
    const shown = await type('/ultimatum show', U1);
    await press(shown, 'Update');
    const next = await room.as('Ana').submit({ what: 'outcome', source: 'https://www.cnn.com/z' }).done;
    expect(next.text()).toContain('Next, say what each side did.');
    const form = await press(next, 'Next: the outcome');
    expect(form.text()).toContain('https://www.cnn.com/z');
    const sent = { compliance: 'full', 'follow-through': 'not-due', when: 'today' };
    expect((await room.as('Ana').submit(sent).done).text()).toContain('you gave 1');
  });
});

describe('the preview of a proposal', () => {
  it('says who proposes, and not that anybody recorded or accepted it', async () => {
    await recorded(room);
    const dispute = await type('/ultimatum dispute', { ...U1, reason: 'wrong' }, 'Ben');
    expect(dispute.text()).toContain('Proposed by Ben, member.');
    expect(dispute.text()).not.toContain('Accepted by');
    const record = await type('/ultimatum record', { ...RECORD, target: 'Iran' }, 'Ben');
    expect(record.text()).not.toContain('Recorded by');
  });
});

describe('an ultimatum as it was known', () => {
  it('on a day to come is refused, and so is one before it was stated', async () => {
    await recorded(room);
    const future = await type('/ultimatum show', { ...U1, at: 'next year' });
    expect(future.text()).toContain("The date can't be in the future.");
    const before = await type('/ultimatum show', { ...U1, at: '1 January 2025' });
    expect(before.text()).toContain('By "1 January 2025" this ultimatum had not been stated yet.');
  });
});

describe('the post of an outcome', () => {
  it('has a button that tells how its headline is worked out', async () => {
    await recorded(room);
    await saved('/ultimatum outcome', OUTCOME, 'Record outcome');
    await room.bot.beat();
    const post = posts(room).at(-1);
    expect(post?.content).not.toContain('/help');
    const told = await room.as('Ben').press(post?.id ?? '', 'What this means').done;
    expect(told.text()).toContain('The headline of an outcome is worked out, never typed');
  });
});
