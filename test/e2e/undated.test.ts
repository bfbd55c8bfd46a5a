import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const ana = () => room.as('Ana');
const choices = (asked: PersonAnswer) => asked.controls().map(({ label }) => label);
const record = (deadline: string, more = {}) =>
  ana().type('/ultimatum record', { ...RECORD, deadline, ...more }).done;
const ultimatum = () => room.bot.store.ultimatum(room.guild, 1);

describe('a deadline that is counted from an event without a date', () => {
  const WORDS = '72 hours after acceptance';

  it('offers exactly three choices', async () => {
    const asked = await record(WORDS);
    expect(asked.text()).toContain('It counts from "acceptance", and these words don\'t say when that is.');
    expect(choices(asked).slice(0, 3)).toEqual([
      expect.stringMatching(/^Counted from the statement: /),
      'When acceptance happened: …',
      'No date yet',
    ]);
    expect(choices(asked)).not.toContain('Record');
  });

  it('keeps its words and its event where it has no date yet', async () => {
    const read = await ana().press(await record(WORDS), 'No date yet').done;
    await ana().press(read, 'Record').done;
    expect(await ultimatum()).toMatchObject({
      state: 'open',
      versions: [],
      undated: { words: WORDS, precision: 'none', event: { what: 'acceptance', counted: true } },
    });
    const shown = (await ana().type('/ultimatum show', { ultimatum: 'U-1' }).done).text();
    expect(shown).toContain('"72 hours after acceptance", counted from: acceptance; not dated yet');
    const found = await ana().type('/ultimatum list', { text: 'acceptance' }).done;
    expect(found.text()).toContain('U-1');
  });

  it('is counted from the event, once somebody says when that was', async () => {
    const asked = await record(WORDS, { stated: '14 Jul' });
    const form = await ana().press(asked, 'When acceptance happened: …').done;
    expect(form.modal?.fields.map(({ label }) => label)).toEqual(['When it happened']);
    const read = await ana().submit({ 'When it happened': '14 Jul 11:00' }).done;
    expect(read.text()).toContain('Thu 17 Jul 2025, 11:00 in Washington');
    expect(read.text()).toContain('counted from "acceptance" on 14 Jul 2025, 11:00');
    await ana().press(read, 'Record').done;
    expect((await ultimatum())?.inForce?.reading.words).toBe(WORDS);
  });

  it('gets its first date later, in any words', async () => {
    const read = await ana().press(await record(WORDS), 'No date yet').done;
    await ana().press(read, 'Record').done;
    const move = await ana().type('/ultimatum move', {
      ultimatum: 'U-1',
      deadline: '72 hours after 14 July 11:00',
      source: 'https://bbc.co.uk/x',
    }).done;
    expect(move.text()).toContain('Thu 17 Jul 2025, 11:00');
    await ana().press(move, 'Move').done;
    expect(await ultimatum()).toMatchObject({ undated: null, versions: [{ revision: 'set' }], moves: 0 });
  });

  it('is not moved to no date', async () => {
    await recorded(room);
    const asked = await ana().type('/ultimatum move', {
      ultimatum: 'U-1',
      deadline: WORDS,
      source: 'https://bbc.co.uk/x',
    }).done;
    expect(choices(asked).slice(0, 2)).toEqual([
      expect.stringMatching(/^Counted from the statement: /),
      'When acceptance happened: …',
    ]);
    expect(choices(asked)).not.toContain('No date yet');
  });
});

describe('words of a condition', () => {
  it('are kept, shown and found', async () => {
    const refused = await record('when the talks fail');
    const read = await ana().press(refused, 'Record without a date').done;
    expect(read.text()).toContain('"when the talks fail", waits for: the talks fail; not dated yet');
    await ana().press(read, 'Record').done;
    expect(await ultimatum()).toMatchObject({
      undated: { words: 'when the talks fail', event: { what: 'the talks fail', counted: false } },
    });
    const found = await ana().type('/ultimatum list', { text: 'talks fail' }).done;
    expect(found.text()).toContain('U-1');
  });

  it('are kept behind "none" as well', async () => {
    await ana().press(await record('none: when the talks fail'), 'Record').done;
    expect((await ultimatum())?.undated).toMatchObject({ words: 'when the talks fail', precision: 'none' });
  });

  it('are none where nothing but "none" was said', async () => {
    await ana().press(await record('none'), 'Record').done;
    expect((await ultimatum())?.undated).toBeNull();
    const shown = await ana().type('/ultimatum show', { ultimatum: 'U-1' }).done;
    expect(shown.text()).toContain('None stated.');
  });
});
