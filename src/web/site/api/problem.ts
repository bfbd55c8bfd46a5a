/** Answers of the API: JSON of a schema, or why there is none (RFC 9457). */
import type { z } from 'zod';
import { cleanText } from '../../../domain/clean.js';
import type { Words } from '../../../wording/index.js';
import { plainText } from '../../../wording/plain-text.js';
import type { Text } from '../../../wording/parts.js';
import { tombstoneText } from '../../../wording/tombstone.js';
import { ultimatumId } from '../../../domain/ultimatum-id.js';
import { finish } from '../cache.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import type { SiteNotices } from '../notices.js';
import type { SitePage } from '../page.js';
import type { WrongParameter } from './parameters.js';
import { problem } from './schema/server.js';
import { iso } from './view/basics.js';

type Status = Exclude<SitePage['status'], 200 | 301>;

/** JSON that scripts of other sites may read. What the schema does not name is never sent. */
export function answered<S extends z.ZodType>(schema: S, value: z.input<S>): SitePage {
  const body = JSON.stringify(schema.parse(value));
  return { status: 200, type: 'application/json; charset=utf-8', body, indexed: false, open: true };
}

function problemPage(
  words: Words,
  status: Status,
  rest: Omit<z.input<typeof problem>, 'type' | 'title' | 'status'>,
): SitePage {
  const title = words.api.titles[status];
  const body = JSON.stringify(problem.parse({ type: 'about:blank', title, status, ...rest }));
  return { status, type: 'application/problem+json; charset=utf-8', body, indexed: false, open: true };
}

const plainProblem = (words: Words, status: Status, detail: Text): SitePage =>
  problemPage(words, status, { detail: plainText(detail) });

/** That a parameter is wrong, and what to do. */
export const wrongPage = (words: Words, wrong: WrongParameter): SitePage => problemPage(words, 400, wrong);

/** That the API only reads. */
export const readOnlyPage = (words: Words): SitePage => plainProblem(words, 405, words.api.problems.method);

/** Since when and why an ultimatum is hidden; null where it is not. */
export function tombstonePage(words: Words, { about }: UltimatumModel): SitePage | null {
  const { hidden } = about.ultimatum;
  if (hidden === null) return null;
  const { recorded, reason } = hidden;
  return problemPage(words, 404, {
    detail: `${plainText(tombstoneText(words, about))}.`,
    hidden: { id: ultimatumId(about.number), since: iso(recorded), reason: cleanText(reason) },
  });
}

/** What the API answers where there is nothing to answer. */
export function apiNotices(words: Words): SiteNotices {
  const { missing, busy, failed } = words.api.problems;
  return {
    missing: finish(plainProblem(words, 404, missing)),
    busy: finish(plainProblem(words, 503, busy)),
    failed: finish(plainProblem(words, 503, failed)),
  };
}
