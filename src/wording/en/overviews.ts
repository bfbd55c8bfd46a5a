/** Lists of several ultimatums in English: digests, boards, reminders, nudges, search results. */
import type { Total } from '../../domain/total.js';
import type { Part, Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { days, hours, howMany, plural } from './plural.js';

const also = {
  undated: (count: number): Text => t`${count} without a date`,
  paused: (count: number): Text => t`${count} paused`,
  passed: (count: number): Text => t`${count} passed and not yet reviewed`,
  between: t`, `,
  line: (counts: Text): Text => t`Also ${counts}.`,
};

export const overviews = {
  also,
  issuersZone: t`Dates are in the issuer's time zone.`,
  demandOrThreat: (demand: Text, threat: Part): Text => t`${demand}, or ${threat}`,
  withMoves: (text: Text, moves: Text): Text => t`${text}, ${moves}`,
  /** `**Fri 8 Aug**, in 2 days: Donald Trump to Russia. Ceasefire. U-12`. */
  line: (day: Part, time: Part, parties: Text, what: Text, subject: Text): Text =>
    t`${day}, ${time}: ${parties}. ${what}. ${subject}`,

  digest: {
    head: (day: Text, dated: number): Text => t`Running ultimatums on ${day}: ${dated} with a date`,
    headNone: (day: Text): Text => t`Running ultimatums on ${day}: none with a date`,
  },
  board: {
    head: (dated: number): Text => t`Running ultimatums: ${dated}`,
    headNone: t`Nothing with a date is running`,
    passed: (count: number): Text => t`Passed, not yet reviewed: ${count}`,
    note: t`This message is kept up to date and pings nobody.`,
  },
  week: {
    head: (day: Text): Text => t`The week to ${day}`,
    moved: (count: number): Text => t`Moved: ${count}`,
    passed: (count: number): Text => t`Passed, not yet reviewed: ${count}`,
    closed: (count: number): Text => t`Closed: ${count}`,
    corrected: (count: number): Text => t`Corrected: ${count}`,
    movedLine: (parties: Text, was: Text, now: Text, shift: Text, subject: Text): Text =>
      t`${parties}: from ${was} to ${now}, ${shift}. ${subject}`,
    closedLine: (parties: Text, headline: Part, subject: Text): Text =>
      t`${parties}: ${headline}. ${subject}`,
    correctedLine: (subject: Text, parties: Text, reason: Part): Text => t`${subject}, ${parties}: ${reason}`,
    since: (day: Text): Text => t`What was recorded here since ${day}.`,
  },
  reminders: {
    head: (day: Text, count: number): Text =>
      plural(count, {
        one: t`Reminders of ${day}: 1 deadline`,
        other: t`Reminders of ${day}: ${count} deadlines`,
      }),
    tomorrow: t`Tomorrow`,
    inDays: (count: number): Text => t`In ${days(count)}`,
    inHours: (count: number): Text => t`In ${hours(count)}`,
    /** `**Tomorrow**, Fri 8 Aug, in 2 days: Donald Trump to Russia. Ceasefire. U-12`. */
    line: (when: Part, day: Text, time: Part, parties: Text, demand: Text, subject: Text): Text =>
      t`${when}, ${day}, ${time}: ${parties}. ${demand}. ${subject}`,
  },
  nudge: {
    head: (count: number): Text =>
      plural(count, {
        one: t`1 deadline passed and not yet reviewed`,
        other: t`${count} deadlines passed and not yet reviewed`,
      }),
    line: (subject: Text, parties: Text, ended: Text): Text => t`${subject}: ${parties}. ${ended}`,
    reviewed: t`Every deadline that had passed is reviewed.`,
  },
  search: {
    states: {
      running: 'Running',
      passed: 'Passed, not reviewed',
      aside: 'No date or paused',
      closed: 'Closed',
      all: 'All',
    },
    head: (state: string, total: Total): Text => t`${textOf(state)}: ${howMany(total)}`,
    /** `narrowed` is what was searched for. */
    results: (total: Total, narrowed: Text): Text =>
      plural(total.count, {
        one: t`1 result for ${narrowed}`,
        other: t`${howMany(total)} results for ${narrowed}`,
      }),
    noResults: (narrowed: Text): Text => t`No results for ${narrowed}`,
    inState: (state: string, results: Text): Text => t`${textOf(state)}: ${results}`,
    page: (head: Text, page: number, pages: number | null): Text =>
      pages === null ? t`${head}, page ${page}` : t`${head}, page ${page} of ${pages}`,
    item: (subject: Text, parties: Text): Text => t`${subject}: ${parties}`,
    noDate: t`No date`,
    state: (deadline: Text, headline: Text): Text => t`${deadline}. ${headline}`,
    disputed: t`Disputed`,
    sentences: t`. `,
    fewerWords: t`Try fewer words.`,
    fewerWordsOrAll: t`Try fewer words, or All.`,
    noneRunning: t`Nothing is running. Record one: long-press a news post, Apps, Record an ultimatum.`,
    none: t`Nothing here. Record one: long-press a news post, Apps, Record an ultimatum.`,
  },
};
