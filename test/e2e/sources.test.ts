import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

const ORDER = 'https://www.whitehouse.gov/order';
const OWN = "These are the issuer's own words or a record";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const grades = async () =>
  (await room.bot.store.ultimatum(room.guild, 1))?.statements.map(({ grade }) => grade);

/** Types a verb and presses the button, and gives the answer. */
async function saved(verb: string, options: Record<string, string>, label: string) {
  const preview = await room.as('Ana').type(`/ultimatum ${verb}`, { ultimatum: 'U-1', ...options }).done;
  return room.as('Ana').press(preview, label).done;
}

describe('the kind of a source', () => {
  it('is an official page once a curator confirms it, and never a news report', async () => {
    const ana = room.as('Ana');
    const typed = { issuer: 'Donald Trump', target: 'Russia', demand: 'agree', deadline: '50 days' };
    const preview = await ana.type('/ultimatum record', { ...typed, source: ORDER }).done;
    expect(preview.text()).toContain('Official page: whitehouse.gov. Confirm below');
    expect(preview.text()).toContain('whitehouse.gov](https://www.whitehouse.gov/order), page');
    const confirmed = await ana.press(preview, OWN).done;
    expect(confirmed.text()).toContain('whitehouse.gov](https://www.whitehouse.gov/order), official page');
    expect(confirmed.text()).not.toContain('Confirm below');
    await ana.press(confirmed, 'Record').done;
    await room.bot.beat();
    expect(posts(room)[0]?.content).toContain('official page');
    expect(await grades()).toEqual(['primary']);
  });

  it('of a place where people post themselves is their own words once confirmed', async () => {
    const source = 'https://truthsocial.com/@realDonaldTrump/1';
    const typed = { issuer: 'Donald Trump', target: 'Russia', demand: 'agree', deadline: '50 days', source };
    const preview = await room.as('Ana').type('/ultimatum record', typed).done;
    expect(preview.text()).toContain('People post in their own name on truthsocial.com.');
    const confirmed = await room.as('Ana').press(preview, OWN).done;
    expect(confirmed.text()).toContain("), the issuer's own words");
  });

  it('is a page where nothing is confirmed and the host is no news outlet', async () => {
    await recorded(room, { source: 'https://www.ford.com/a' });
    await saved('source', { source: ORDER }, 'Add source');
    await saved('source', { source: 'https://www.bbc.co.uk/news/1' }, 'Add source');
    expect(await grades()).toEqual(['page', 'page', 'secondary']);
  });

  it('can be a data set, which is enough for an outcome and is named as such', async () => {
    await recorded(room);
    room.clock.set(Date.parse('2025-09-04T15:00:00Z'));
    await room.bot.beat();
    const axes = { compliance: 'none', 'follow-through': 'none' };
    const source = 'https://sanctions.web.unc.edu/ties';
    const answer = await saved('outcome', { ...axes, source, grade: 'data-set' }, 'Record outcome');
    expect(answer.text()).toContain('Outcome recorded: U-1');
    await room.bot.beat();
    expect(posts(room).at(-1)?.content).toContain('sanctions.web.unc.edu](');
    expect(posts(room).at(-1)?.content).toContain('), data set');
  });

  it('confirms only the official one of two links of an outcome', async () => {
    await recorded(room);
    room.clock.set(Date.parse('2025-09-04T15:00:00Z'));
    await room.bot.beat();
    const given = { compliance: 'none', 'follow-through': 'none', source: `${ORDER} https://www.bbc.com/1` };
    const preview = await room.as('Ana').type('/ultimatum outcome', { ultimatum: 'U-1', ...given }).done;
    expect(preview.text()).toContain('Given: 2 reports');
    const confirmed = await room.as('Ana').press(preview, OWN).done;
    expect(confirmed.text()).toContain('Given: 1 record');
    await room.as('Ana').press(confirmed, 'Record outcome').done;
    expect(await grades()).toEqual(['secondary', 'primary', 'secondary']);
  });
});

describe('the outlets of an outcome', () => {
  it('are one for bbc.com and bbc.co.uk', async () => {
    await recorded(room, { source: 'https://www.bbc.com/0' });
    room.clock.set(Date.parse('2025-09-04T15:00:00Z'));
    await room.bot.beat();
    const axes = { ultimatum: 'U-1', compliance: 'none', 'follow-through': 'none' };
    const links = { source: 'https://www.bbc.com/1', 'second-source': 'https://www.bbc.co.uk/2' };
    const refused = await room.as('Ana').type('/ultimatum outcome', { ...axes, ...links }).done;
    expect(refused.text()).toContain('two reports from different outlets; you gave 1');
  });
});

describe('the same link', () => {
  it('stands once in the sources', async () => {
    const source = 'https://www.cnn.com/a';
    await recorded(room, { source });
    await saved('source', { source: `${source}?utm_source=x`, quote: 'once more' }, 'Add source');
    await saved('source', { source, grade: 'primary' }, 'Add source');
    const shown = (await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done).text();
    expect(shown.match(/\[cnn\.com\]/g)).toHaveLength(1);
    expect(shown).toContain("the issuer's own words or a record");
  });
});

describe('the name of a target', () => {
  it('is found without case and accents, as an option of an outcome', async () => {
    await recorded(room, { target: 'Türkiye; Belarus' });
    room.clock.set(Date.parse('2025-09-04T15:00:00Z'));
    await room.bot.beat();
    const axes = { compliance: 'none', 'follow-through': 'none', grade: 'primary' };
    await saved('outcome', { ...axes, target: 'belarus', source: 'https://a.example/1' }, 'Record outcome');
    await saved('outcome', { ...axes, target: 'TURKIYE', source: 'https://a.example/2' }, 'Record outcome');
    const outcomes = (await room.bot.store.ultimatum(room.guild, 1))?.outcomes ?? [];
    expect(outcomes.map(({ target }) => target)).toEqual(['Belarus', 'Türkiye']);
  });
});
