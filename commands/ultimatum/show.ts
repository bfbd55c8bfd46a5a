/** `/ultimatum show`: an ultimatum as it is now, or as it was known at an earlier time. */
import { refuse, slash, type Context, type Reply } from '../../src/discord/command.js';
import { showView } from '../../src/discord/views/index.js';
import { asKnownInWorld, asRecorded } from '../../src/domain/as-of.js';
import { foldOrNull } from '../../src/domain/fold.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { aboutFold, aboutOf } from '../../src/drafting/about.js';
import { typedWords } from '../../src/drafting/date-suggestions.js';
import { momentOf } from '../../src/drafting/moment.js';
import type { AsOf } from '../../src/wording/show.js';
import { OPTIONS, suggest } from './options.js';

async function draw(
  number: number,
  ultimatum: Ultimatum,
  asOf: AsOf | null,
  context: Context,
): Promise<Reply> {
  const about = await aboutFold(number, ultimatum, context);
  const buttons = ['log', 'post', ...(context.member.curator ? (['update'] as const) : [])] as const;
  return { kind: 'message', view: showView(context.words, about, { buttons, asOf }) };
}

/** An ultimatum as it is now, for the person who asked only. */
export async function showNow(number: number, context: Context): Promise<Reply> {
  const about = await aboutOf(number, context);
  return about.ok ? draw(number, about.value.ultimatum, null, context) : refuse(about.refusal);
}

async function showAt(number: number, words: string, context: Context): Promise<Reply> {
  const entries = await context.entries(number);
  const present = foldOrNull(entries);
  if (present === null) return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  if (present.hidden !== null) return draw(number, present, null, context);
  const moment = momentOf('at', words, present.zone, context);
  if (!moment.ok) return refuse(moment.refusal);
  // A day means as it was known when that day was over.
  const { start, end } = moment.value.when;
  const instant = end > start ? end - 1 : start;
  const world = asKnownInWorld(entries, instant);
  if (world === null) return refuse({ why: 'not-stated-by-then', given: words });
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
