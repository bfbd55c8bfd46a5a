import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Context } from '../discord/command.js';
import type { Question } from '../wording/preview.js';
import { foldOrNull } from '../domain/fold.js';
import type { Entry } from '../domain/entry.js';
import type { FieldName } from '../domain/field-name.js';
import type { Reading } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { dayOf, isDay, type When } from '../domain/when.js';
import { zoneOrUtc } from '../domain/zone.js';
import { readDeadline, readMoment, type ReadingContext } from '../language/index.js';
import type { Draft } from '../codec/draft.js';
import { readZone } from './zone.js';

/** A zone and whose it is. */
export interface ZoneChoice {
  readonly zone: string;
  readonly from: 'stated' | 'issuer' | 'server';
}

/** When it was said, and whether the hour is known. */
export interface StatedAt {
  readonly when: When;
  readonly clock: boolean;
  readonly from: 'typed' | 'post' | 'today';
}

/** What a draft needs to become a command. */
export interface DraftContext {
  readonly draft: Draft;
  readonly context: Context;
  readonly entries: readonly Entry[];
  readonly ultimatum: Ultimatum | null;
  readonly place: ZoneChoice;
  readonly spoken: StatedAt;
}

/** The issuer's zone: as typed, that of the ultimatum or of the issuer's last record here, else the server's (rules 3). */
async function placeOfDraft(
  draft: Draft,
  ultimatum: Ultimatum | null,
  context: Context,
): Promise<Result<ZoneChoice>> {
  const { zone, issuer } = draft.typed;
  if (zone !== undefined) {
    const found = readZone(zone);
    return found.ok ? ok({ zone: found.value, from: 'stated' }) : found;
  }
  if (ultimatum !== null) return ok({ zone: ultimatum.zone, from: 'issuer' });
  const { server, settings } = context;
  const known = issuer === undefined ? null : await server.issuerZone(await server.issuer(issuer));
  return ok(known === null ? { zone: settings.zone, from: 'server' } : { zone: known, from: 'issuer' });
}

type Speaking = Pick<Context, 'member' | 'settings' | 'now'>;

/** The reader's language, else the server's: it tells which of 08/09 is the day. */
export function localeOf({ member, settings }: Omit<Speaking, 'now'>): string {
  return member.locale === '' ? settings.language : member.locale;
}

/** A typed moment; a refusal that gives the words back where there is none. */
export function momentOf(field: FieldName, words: string, zone: string, context: Speaking): Result<StatedAt> {
  const known = zoneOrUtc(zone);
  const moment = readMoment(words, { now: context.now, zone: known, locale: localeOf(context) });
  if (moment.kind === 'unreadable') {
    return refuse({ why: 'unreadable-date', field, given: words, reason: moment.reason });
  }
  return ok({ when: moment.when, clock: moment.clock, from: 'typed' });
}

function spokenOf({ typed, posted }: Draft, zone: string, context: Context): Result<StatedAt> {
  if (typed.stated !== undefined) return momentOf('stated', typed.stated, zone, context);
  if (posted !== null) return ok({ when: posted, clock: true, from: 'post' });
  return ok({ when: dayOf(context.now, zone), clock: false, from: 'today' });
}

/** Who, when and where a draft speaks of. */
export async function draftContextOf(draft: Draft, context: Context): Promise<Result<DraftContext>> {
  const entries = draft.number === null ? [] : await context.entries(draft.number);
  const ultimatum = foldOrNull(entries);
  if (draft.number !== null && ultimatum === null) {
    return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(draft.number) });
  }
  const place = await placeOfDraft(draft, ultimatum, context);
  if (!place.ok) return place;
  const spoken = spokenOf(draft, place.value.zone, context);
  if (!spoken.ok) return spoken;
  return ok({ draft, context, entries, ultimatum, place: place.value, spoken: spoken.value });
}

/** When and where words of a deadline were said. */
export function readingContextOf(said: When, place: ZoneChoice, context: Speaking): ReadingContext {
  const locale = localeOf(context);
  return { at: said.start, clock: !isDay(said), zone: place.zone, zoneFrom: place.from, locale };
}

export interface Deadline {
  readonly reading: Reading;
  readonly question: Question | null;
}

/** The typed deadline as read; picked where it was asked back, undated where the person agreed to that. */
export function deadlineOf(
  { draft, place, spoken, context }: DraftContext,
  said: When = spoken.when,
): Result<Deadline> {
  const words = draft.typed.deadline ?? '';
  if (words === '') return refuse({ why: 'missing', field: 'deadline' });
  if (draft.picked !== null) return ok({ reading: draft.picked, question: null });
  const result = readDeadline(words, readingContextOf(said, place, context));
  if (result.kind === 'read') return ok({ reading: result.reading, question: null });
  if (result.kind === 'ambiguous') {
    const { candidates, reason } = result;
    const [first] = candidates;
    if (first !== undefined) return ok({ reading: first, question: { words, reason, candidates } });
    return refuse({ why: 'not-a-deadline', given: words, reason: { kind: 'vague' }, lowerBound: false });
  }
  const plainNone = /^\s*none\s*$/i.test(words);
  if (draft.verb === 'record' && (draft.undated || plainNone))
    return ok({ reading: result.undated, question: null });
  return refuse({
    why: 'not-a-deadline',
    given: words,
    reason: result.reason,
    lowerBound: result.why === 'lower-bound',
  });
}

export const names = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
