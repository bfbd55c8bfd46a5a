/** The settings of a server as lines. */
import { curatorRoleOf, type GuildSettings } from '../domain/guild.js';
import { isZone } from '../domain/zone.js';
import type { Words } from './index.js';
import { head, mention, plain, said, type Line, type Text } from './parts.js';

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

/** Every setting on a line of its own, under a heading. */
export function settingsLines(words: Words, settings: GuildSettings): readonly Line[] {
  const { zone, language, announcements, reviewChannel, adminChannel, review } = settings;
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
  ];
}
