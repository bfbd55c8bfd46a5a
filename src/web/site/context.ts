/** What a page of the site is made from: the store, the server it is about, the words and the time. */
import type { GuildSettings } from '../../domain/guild.js';
import type { RecordInstant } from '../../domain/instant.js';
import type { Pictures } from '../../picture/pictures.js';
import type { PublicPage, ReadStore } from '../../store/port/index.js';
import { english, type Words } from '../../wording/index.js';
import type { Text } from '../../wording/parts.js';
import { typed } from '../../wording/typed.js';
import type { Kept } from './kept.js';
import type { FoldCache } from './model/folds.js';
import { rootOf } from './paths.js';

export interface SiteOptions {
  readonly store: ReadStore;
  readonly pictures: Pick<Pictures, 'svg' | 'png'>;
  /** The record's time, ms UTC. */
  readonly now: () => RecordInstant;
  /** Where the site is served, without a slash at its end. */
  readonly publicUrl: string;
  readonly log: { error(about: object, message: string): void };
}

/** What every page knows. */
export interface SiteContext {
  readonly store: ReadStore;
  readonly pictures: SiteOptions['pictures'];
  readonly folds: FoldCache;
  /** Events of calendars. */
  readonly events: Kept<string>;
  readonly words: Words;
  readonly publicUrl: string;
  /** The record's time to the minute, ms UTC: a page is made once a minute at most. */
  readonly now: RecordInstant;
}

/** What a page of one server knows. */
export interface ServerContext extends SiteContext {
  readonly page: PublicPage;
  readonly settings: GuildSettings;
  /** The path of the server's page. */
  readonly root: string;
  readonly name: Text;
}

const LONGEST_NAME = 60;

/** The catalogue of a server's language. */
const wordsIn = (_language: string): Words => english;

/** What a server's pages are made of; null where its settings no longer make them public. */
export async function serverContext(site: SiteContext, page: PublicPage): Promise<ServerContext | null> {
  const settings = await site.store.settings(page.guild);
  if (settings.visibility === 'off') return null;
  const words = wordsIn(settings.language);
  const { publicName } = settings;
  return {
    ...site,
    words,
    page,
    settings,
    root: rootOf(page.address),
    name: publicName === null ? words.pages.frame.unnamed : [typed(publicName, LONGEST_NAME)],
  };
}
