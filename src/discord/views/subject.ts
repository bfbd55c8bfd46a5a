/** What a button under an ultimatum is about: `U-12`, `U-12.2` for its second page, `U-12.2@MS` as it was known then. */
import type { RecordInstant } from '../../domain/instant.js';
import { ultimatumId } from '../../domain/ultimatum-id.js';

export interface PageSubject {
  readonly number: number;
  /** From 0. */
  readonly page: number;
}

export interface ShowSubject extends PageSubject {
  /** ms UTC; null for today. */
  readonly at: RecordInstant | null;
}

/** `U-12.2` is the second page. */
export function pageSubject({ number, page }: PageSubject): string {
  return page === 0 ? ultimatumId(number) : `${ultimatumId(number)}.${page + 1}`;
}

/** A page of an ultimatum as it is, or as it was known at an instant. */
export function showSubject({ number, page, at }: ShowSubject): string {
  const subject = pageSubject({ number, page });
  return at === null ? subject : `${subject}@${at}`;
}

/** The number and the page of a subject; null where it is none. */
export function parseSubject(subject: string): PageSubject | null {
  const match = /^U-(\d{1,9})(?:\.(\d{1,4}))?$/.exec(subject);
  return match === null ? null : { number: Number(match[1]), page: Math.max(0, Number(match[2] ?? 1) - 1) };
}

/** As {@link parseSubject}, with the instant after an @. */
export function parseShowSubject(subject: string): ShowSubject | null {
  const [page = '', at, ...others] = subject.split('@');
  const parsed = parseSubject(page);
  if (parsed === null || others.length > 0) return null;
  if (at === undefined) return { ...parsed, at: null };
  return /^-?\d{1,14}$/.test(at) ? { ...parsed, at: Number(at) } : null;
}
