/** The button Picture under an ultimatum: a PNG with its text alternative, for whoever pressed it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newsroom, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const shown = () => room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done;

it('attaches the picture of the timeline, with what it shows in words', async () => {
  await recorded(room, { demand: 'open the strait' });
  const answer = await room.as('Ben').press(await shown(), 'Picture').done;
  expect(answer.ephemeral).toBe(true);
  expect(answer.files).toHaveLength(1);
  const [file] = answer.files;
  expect([file?.name, file?.contentType]).toEqual(['U-1.png', 'image/png']);
  expect([file?.bytes.readUInt32BE(16), file?.bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(file?.description).toMatch(/^U-1: .* to .*\. As recorded on .*Demand: open the strait\./s);
});

it('shows the tombstone where the ultimatum was hidden meanwhile', async () => {
  await recorded(room);
  const before = await shown();
  const hide = await room.as('Mod').type('/ultimatum hide', { ultimatum: 'U-1', reason: 'twice' }).done;
  await room.as('Mod').press(hide, 'Hide').done;
  const answer = await room.as('Ben').press(before, 'Picture').done;
  expect(answer.files).toHaveLength(0);
  expect(answer.text()).toContain('hidden');
});
