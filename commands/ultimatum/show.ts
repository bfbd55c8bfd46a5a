import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { slash, type Context, type Reply } from '../../src/discord/command.js';
import { showView } from '../../src/discord/views/index.js';
import type { AsOf } from '../../src/wording/show.js';
import { asKnownInWorld, asRecorded } from '../../src/domain/as-of.js';
import { foldOrNull } from '../../src/domain/fold.js';
import type { Refusal } from '../../src/domain/refusal.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { aboutFold, aboutOf } from '../../src/drafting/about.js';
import { momentOf } from '../../src/drafting/draft-context.js';
import { typedWords } from '../../src/drafting/date-suggestions.js';
import { OPTIONS, suggest } from './options.js';

async function draw(number: number, it: Ultimatum, asOf: AsOf | null, context: Context): Promise<Reply> {
  const about = await aboutFold(number, it, context);
  const buttons = ['log', 'post', ...(context.member.curator ? (['update'] as const) : [])] as const;
  return { kind: 'message', view: showView(context.words, about, { buttons, asOf }) };
}

/** An ultimatum as it is now, for its author only. */
export async function showNow(number: number, context: Context): Promise<Reply> {
  const about = await aboutOf(number, context);
  if (!about.ok) return { kind: 'refusal', refusal: about.refusal };
  return draw(number, about.value.ultimatum, null, context);
}

async function showAt(number: number, words: string, context: Context): Promise<Reply> {
  const refused = (refusal: Refusal): Reply => ({ kind: 'refusal', refusal });
  const entries = await context.entries(number);
  const present = foldOrNull(entries);
  if (present === null) return refused({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  if (present.hidden !== null) return draw(number, present, null, context);
  const moment = momentOf('at', words, present.zone, context);
  if (!moment.ok) return refused(moment.refusal);
  // A day means as it was known when that day was over.
  const { start, end } = moment.value.when;
  const instant = end > start ? end - 1 : start;
  const world = asKnownInWorld(entries, instant);
  if (world === null) {
    return refused({ why: 'not-stated-by-then', given: words });
  }
  return draw(number, world, { instant, recorded: asRecorded(entries, instant) }, context);
}

export const show = slash({
  path: ['ultimatum', 'show'],
  description: (words) => words.ultimatum.show.description,
  options: {
    ultimatum: OPTIONS.ultimatum,
    at: { ...OPTIONS.stated, description: (words) => words.ultimatum.show.at },
  },
  suggest,
  run: ({ ultimatum, at }, context) =>
    at === undefined ? showNow(ultimatum, context) : showAt(ultimatum, typedWords(at), context),
});
