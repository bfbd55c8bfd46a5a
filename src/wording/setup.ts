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

/** Where and when a server was set up. */
interface SetupPlace {
  readonly channel: string;
  /** Where the public pages are served; null where they are not. */
  readonly publicUrl: string | null;
  /** Record's ms UTC. */
  readonly now: RecordInstant;
}

/** What was set up, and what to do next. */
export function setupDoneLines(
  words: Words,
  rows: SetupRows,
  { channel, publicUrl, now }: SetupPlace,
): readonly Line[] {
  const { setup } = words;
  const next = rows.schedule?.next;
  return [
    plain(setup.done(mention('channel', channel))),
    ...settingsLines(words, rows.settings, publicUrl),
    ...(next === undefined ? [] : [plain(setup.firstList(relative(words, next, now)))]),
    plain(setup.firstRecord),
  ];
}
