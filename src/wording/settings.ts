/** The settings of a server as lines. */
import { curatorRoleOf, type GuildSettings } from '../domain/guild.js';
import { isZone } from '../domain/zone.js';
import type { Words } from './index.js';
import { publicAddress } from '../domain/public-page.js';
import type { HostCheck } from './en/doctor.js';
import { address, head, item, mention, plain, said, small, type Line, type Text } from './parts.js';
import { typed } from './typed.js';

/** A role as it is read; the role that everyone has bears the server's own id and would show as "@@everyone". */
export function roleText({ settings }: Words, role: string, guild: string): Text {
  return role === guild ? settings.everyone : [mention('role', role)];
}

function curatorsText(words: Words, { guild, curatorRole, ...rest }: GuildSettings): Text {
  const role = curatorRoleOf({ guild, curatorRole, ...rest });
  if (role !== null) return words.settings.curators(roleText(words, role, guild));
  return curatorRole === null ? words.settings.managersOnly : words.settings.everyoneAsCurators;
}

function languageName({ settings }: Words, language: string): string {
  const names: Readonly<Record<string, string>> = settings.languages;
  return names[language] ?? language;
}

/** Longer than any of these can be typed. */
const WHOLE = 1000;

/** Who can read the record, and where; `base` is where the pages are served, null where they are not. */
function visibilityLine({ settings: texts }: Words, settings: GuildSettings, base: string | null): Text {
  const { visibility } = settings;
  const place = publicAddress(settings);
  if (visibility === 'off' || place === null) return texts.publicOff;
  if (base === null) return texts.notServed;
  const url = address(`${base}/s/${encodeURIComponent(place)}`);
  return visibility === 'link' ? texts.publicByLink(url) : texts.publicListed(url);
}

function publicLines(words: Words, settings: GuildSettings, base: string | null): readonly Line[] {
  const { publicName, inclusionRule, licence, contact } = settings;
  const texts = words.settings;
  const own = [
    publicName === null ? null : texts.publicName(typed(publicName, WHOLE)),
    inclusionRule === null ? null : texts.inclusionRule(typed(inclusionRule, WHOLE)),
    licence === null ? null : texts.licence(typed(licence, WHOLE)),
    contact === null ? null : texts.contact(typed(contact, WHOLE)),
  ];
  return [visibilityLine(words, settings, base), ...own].flatMap((text) =>
    text === null ? [] : [plain(text)],
  );
}

/** That an address which readers may know leads nowhere from now on, and who keeps a copy for how long. */
export function withdrawnLines(
  { settings: texts }: Words,
  before: GuildSettings,
  after: GuildSettings,
): readonly Line[] {
  const old = publicAddress(before);
  return old === null || old === publicAddress(after) ? [] : [plain(texts.withdrawn)];
}

/** Every setting on a line of its own, under a heading. `base` is where the public pages are served, or null. */
export function settingsLines(words: Words, settings: GuildSettings, base: string | null): readonly Line[] {
  const { zone, language, announcements, reviewChannel, adminChannel, review, publish } = settings;
  const texts = words.settings;
  const channel = (id: string | null, named: typeof texts.announcements, none: Text) =>
    id === null ? none : named(mention('channel', id));
  return [
    head(texts.heading),
    plain(isZone(zone) ? texts.zone(said(zone)) : texts.unknownZone(said(zone))),
    plain(texts.language(said(languageName(words, language)))),
    plain(curatorsText(words, settings)),
    plain(channel(announcements, texts.announcements, texts.announcedInPlace)),
    plain(channel(reviewChannel, texts.reviewChannel, texts.noReviewChannel)),
    plain(channel(adminChannel, texts.adminChannel, texts.noAdminChannel)),
    plain(review ? texts.reviewOn : texts.reviewOff),
    plain(texts.published[publish]),
    plain(settings.events ? texts.eventsOn : texts.eventsOff),
    ...publicLines(words, settings, base),
  ];
}

/** What a check of the server found: one item for each thing looked at, with what to do where something is wrong. */
export function checkLines(
  { settings: { check }, cli: { doctor } }: Words,
  checks: readonly HostCheck[],
): readonly Line[] {
  const isWell = checks.every(({ level }) => level === 'good');
  const end = isWell ? plain(check.well) : small(check.host);
  return [head(check.heading), ...checks.map((one) => item(doctor.line(one))), end];
}
