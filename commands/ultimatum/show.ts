/** `/ultimatum show`: an ultimatum as it is now, or as it was known at an earlier time. */
import { refuse, slash, type ButtonHandler, type Context, type Reply } from '../../src/discord/command.js';
import { parseShowSubject, showView } from '../../src/discord/views/index.js';
import { asKnownInWorld, asRecorded } from '../../src/domain/as-of.js';
import { foldOrNull } from '../../src/domain/fold.js';
import type { RecordInstant } from '../../src/domain/instant.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { aboutFold, aboutOf } from '../../src/drafting/about.js';
import { typedWords } from '../../src/drafting/date-suggestions.js';
import { momentOf } from '../../src/drafting/moment.js';
import type { About } from '../../src/wording/about.js';
import { pictureAlternative } from '../../src/wording/pages/picture.js';
import type { AsOf } from '../../src/wording/show.js';
import { OPTIONS, suggest } from './options.js';

interface Drawn {
  readonly kind: 'message' | 'update';
  /** From 0. */
  readonly page: number;
}

/** Opened by a command or a button that stands elsewhere. */
const FIRST: Drawn = { kind: 'message', page: 0 };

async function draw(
  number: number,
  ultimatum: Ultimatum,
  asOf: AsOf | null,
  { kind, page }: Drawn,
  context: Context,
): Promise<Reply> {
  const today = await aboutFold(number, ultimatum, context);
  // What leads to it now may not have been stated by then.
  const about = asOf === null ? today : { ...today, incoming: [] };
  const buttons = [
    'log',
    'post',
    'picture',
    ...(context.member.curator ? (['update'] as const) : []),
  ] as const;
  return { kind, view: showView(context.words, about, { buttons, asOf, page }) };
}

/** An ultimatum as it is now, for the person who asked only. */
export async function showNow(number: number, context: Context, drawn = FIRST): Promise<Reply> {
  const about = await aboutOf(number, context);
  return about.ok ? draw(number, about.value.ultimatum, null, drawn, context) : refuse(about.refusal);
}

/** As it was known at an instant, ms UTC; `given` are the words that named it. */
async function showAsOf(
  number: number,
  instant: RecordInstant,
  given: string,
  drawn: Drawn,
  context: Context,
): Promise<Reply> {
  const entries = await context.entries(number);
  const world = asKnownInWorld(entries, instant);
  if (world === null) return refuse({ why: 'not-stated-by-then', given });
  return draw(number, world, { instant, recorded: asRecorded(entries, instant) }, drawn, context);
}

async function showAt(number: number, words: string, context: Context): Promise<Reply> {
  const present = foldOrNull(await context.entries(number));
  if (present === null) return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  if (present.hidden !== null) return draw(number, present, null, FIRST, context);
  const moment = momentOf('at', words, present.zone, context);
  if (!moment.ok) return refuse(moment.refusal);
  const { start, end } = moment.value.when;
  if (start > context.now) return refuse({ why: 'stated-in-future', field: 'at' });
  // A day means as it was known when that day was over.
  return showAsOf(number, end > start ? end - 1 : start, words, FIRST, context);
}

/** Discord's limit of a description, characters. */
const LONGEST_DESCRIPTION = 1024;

/** The picture of its timeline, for the person who asked only. */
async function drawPicture(about: About, context: Context): Promise<Reply> {
  const { words } = context;
  const image = await context.picture(about);
  if (image === null) return { kind: 'message', view: { content: words.pages.picture.failed } };
  const description = pictureAlternative(words, about, LONGEST_DESCRIPTION);
  const picture = { name: `${ultimatumId(about.number)}.png`, image, description };
  return { kind: 'message', view: { picture } };
}

/** The picture of it as it is, or as it was known at an instant. */
export const showPicture: ButtonHandler = {
  kind: 'button',
  name: 'picture',
  async run(subject, context) {
    const parsed = parseShowSubject(subject);
    const found = parsed === null ? null : await aboutOf(parsed.number, context);
    if (parsed === null || found === null)
      return refuse({ why: 'not-found', what: 'ultimatum', given: subject });
    if (!found.ok) return refuse(found.refusal);
    const { number, at } = parsed;
    if (found.value.ultimatum.hidden !== null) return showNow(number, context);
    if (at === null) return drawPicture(found.value, context);
    const ultimatum = asKnownInWorld(await context.entries(number), at);
    if (ultimatum === null) return refuse({ why: 'not-stated-by-then', given: new Date(at).toISOString() });
    return drawPicture({ ...found.value, ultimatum, now: Math.min(at, context.now), incoming: [] }, context);
  },
};

/** Previous and Next under a page of it. */
export const showPage: ButtonHandler = {
  kind: 'button',
  name: 'show',
  async run(subject, context) {
    const parsed = parseShowSubject(subject);
    if (parsed === null) return refuse({ why: 'not-found', what: 'ultimatum', given: subject });
    const { number, page, at } = parsed;
    const drawn = { kind: 'update', page } as const;
    if (at === null) return showNow(number, context, drawn);
    const present = foldOrNull(await context.entries(number));
    return present?.hidden === null
      ? showAsOf(number, at, new Date(at).toISOString(), drawn, context)
      : showNow(number, context, drawn);
  },
};

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
