/** A store in memory with a record that is public, and the site over it without a network. */
import type { Hono } from 'hono';
import type { Command, Statement } from '../../src/domain/entry.js';
import { defaultSettings, type GuildSettings } from '../../src/domain/guild.js';
import { Pictures } from '../../src/picture/pictures.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { createSite } from '../../src/web/site/app.js';
import { GUILD, instant, make, moving, recording } from '../store/founding.js';
import { valueOf } from '../support/result.js';

const STATED = instant('2025-07-14T15:00:00Z');
const MOVED = instant('2025-07-28T14:00:00Z');
const NOW = instant('2025-07-30T12:00:00Z');

const LISTED: GuildSettings = {
  ...defaultSettings(GUILD),
  visibility: 'listed',
  publicName: 'Newsroom',
};

/** A report that nobody has. */
export const report: Statement = {
  quote: null,
  url: 'https://www.bbc.co.uk/news/1',
  outlet: null,
  grade: 'secondary',
  archive: null,
  seenIn: null,
};

export interface PublicRecord {
  readonly store: Store;
  readonly site: Hono;
  readonly pictures: Pick<Pictures, 'svg' | 'png'>;
  readonly errors: readonly object[];
  now: number;
  /** Makes a change that has to succeed; `number` null records another one. */
  change(number: number | null, command: Command): Promise<void>;
  settings(changes: Partial<GuildSettings>): Promise<void>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  /** Another site on the same record, which has kept nothing. */
  fresh(): Hono;
  /** Whether pictures can't be rendered. */
  failPictures(fail: boolean): void;
  close(): Promise<void>;
}

/** One ultimatum, moved once, in a listed server. Unless they are `rendered`, the bytes of pictures are those of their SVG. */
export async function publicRecord({ rendered = true } = {}): Promise<PublicRecord> {
  const store = await storeOn(openSqlite(':memory:'));
  const errors: object[] = [];
  const pictures = new Pictures({ font: null, log: { error: (about) => errors.push(about) } });
  let failing = false;
  const drawn: PublicRecord['pictures'] = {
    svg: (subject) => pictures.svg(subject),
    png: async (subject) => {
      if (failing) return null;
      return rendered ? pictures.png(subject) : Buffer.from(pictures.svg(subject));
    },
  };
  const siteNow = () =>
    createSite({
      store,
      pictures: drawn,
      now: () => made.now,
      publicUrl: 'https://record.example',
      log: { error: (about) => errors.push(about) },
      health: { problems: () => [] },
    });
  const made: PublicRecord = {
    store,
    pictures: drawn,
    errors,
    now: NOW,
    site: siteNow(),
    fresh: siteNow,
    change: async (number, command) => void (await make(store, number, command, made.now)),
    settings: async (changes) => {
      valueOf(await store.saveSettings({ ...(await store.settings(GUILD)), ...changes }, made.now));
    },
    get: async (path, headers = {}) => made.site.request(path, { headers }),
    text: async (path) => (await made.get(path)).text(),
    failPictures: (fail) => {
      failing = fail;
    },
    close: async () => {
      await pictures.close();
      await store.close();
    },
  };
  valueOf(await store.saveSettings(LISTED, STATED));
  await make(store, null, recording(), STATED);
  await make(store, 1, moving('2025-08-08', '2025-07-28T14:00:00Z'), MOVED);
  return made;
}
