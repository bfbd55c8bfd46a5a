/** The pictures of timelines and of figures in English. */
import type { Text } from '../../parts.js';
import { t } from '../../text.js';

export const picture = {
  /** Above the names. */
  kicker: (subject: Text, server: Text | null, tagline: Text): Text =>
    server === null ? t`${subject} · ${tagline}` : t`${subject} · ${server}, ${tagline}`,
  running: (deadline: Text): Text => t`Running until ${deadline}`,
  /** What a deadline came to that no other one replaced. */
  became: {
    passed: t`passed`,
    paused: t`paused`,
    withdrawn: t`withdrawn`,
    replaced: t`replaced`,
    over: t`over`,
  },
  ended: (date: Text, became: Text): Text => t`${date}: ${became}`,
  noDate: (words: Text): Text => t`No date: ${words}`,
  /** In place of lines for which there is no room. */
  between: (count: number): Text => t`… ${count} more …`,
  sources: (hosts: Text): Text => t`Sources: ${hosts}`,
  source: (host: Text): Text => t`Source: ${host}`,
  noSource: t`No source given`,
  summary: (subject: Text, parties: Text, verdict: Text): Text => t`${subject}: ${parties}. ${verdict}.`,
  terms: (demand: Text, threat: Text): Text => t`${demand}. ${threat}.`,
  sentence: (text: Text): Text => t`${text}.`,
  figures: {
    /** Above the name of the issuer. */
    kicker: (server: Text, tagline: Text): Text => t`${server}, ${tagline}`,
    note: (method: Text): Text => t`${method}. Ranks nobody and forecasts nothing.`,
  },
  failed: 'The picture could not be drawn. Please try again.',
};
