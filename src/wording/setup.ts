/** What setting up a server says: the test message in the channel, and the answer. */
import type { SetupRows } from '../domain/guild.js';
import { relative } from './dates.js';
import type { Words } from './index.js';
import { mention, plain, type Line, type Text } from './parts.js';
import { settingsLines } from './settings.js';
import type { RecordInstant } from '../domain/instant.js';

type Offer = keyof Words['setup']['offers'];

/** Posted at once, so that the person who sets the server up sees it arrive. */
export function testMessage({ setup: { test }, lists }: Words, offers: readonly Offer[]): Text {
  return offers.length === 0 ? test.nothing : test.offers(lists.and(offers.map((offer) => test[offer])));
}

/** What was set up, and what to do next. */
export function setupDoneLines(
  words: Words,
  rows: SetupRows,
  channel: string,
  now: RecordInstant,
): readonly Line[] {
  const { setup } = words;
  const next = rows.schedule?.next;
  return [
    plain(setup.done(mention('channel', channel))),
    ...settingsLines(words, rows.settings),
    ...(next === undefined ? [] : [plain(setup.firstList(relative(words, next, now)))]),
    plain(setup.firstRecord),
  ];
}
