/** What is pressed under the posts and screens of an ultimatum. */
import { refuse, type ButtonHandler, type Context, type Reply } from '../../src/discord/command.js';
import { cardView, logView, parseSubject } from '../../src/discord/views/index.js';
import type { About } from '../../src/wording/about.js';
import type { DraftVerb } from '../../src/domain/verbs.js';
import { aboutOf } from '../../src/drafting/about.js';
import { beginForm } from '../../src/drafting/begin.js';
import { showNow } from './show.js';
import { openUpdate } from '../../src/drafting/update.js';

/** A button about an ultimatum; its subject is `U-12`, or `U-12.2` for a page of its log. */
function about(
  name: string,
  run: (number: number, page: number, context: Context) => Promise<Reply>,
): ButtonHandler {
  return {
    kind: 'button',
    name,
    run(subject, context) {
      const parsed = parseSubject(subject);
      return parsed === null
        ? Promise.resolve(refuse({ why: 'not-found', what: 'ultimatum', given: subject }))
        : run(parsed.number, parsed.page, context);
    },
  };
}

async function withAbout(number: number, context: Context, reply: (about: About) => Reply): Promise<Reply> {
  const found = await aboutOf(number, context);
  return found.ok ? reply(found.value) : refuse(found.refusal);
}

/** Rights are checked before the form opens. */
const opensForm = (name: string, verb: DraftVerb): ButtonHandler =>
  about(name, (number, _, context) => beginForm(verb, number, {}, context));

export const details = about('details', (number, _, context) => showNow(number, context));

export const log = about('log', (number, page, context) =>
  withAbout(number, context, (found) => ({ kind: 'update', view: logView(context.words, found, page) })),
);

/** Posts the card for everyone; if it was hidden meanwhile, only the person who pressed sees the tombstone. */
export const post = about('post', (number, _, context) =>
  withAbout(number, context, (found) => {
    const everyone = found.ultimatum.hidden === null;
    if (everyone && !context.mayPost()) return refuse({ why: 'too-many-posts' });
    return { kind: 'message', everyone, view: cardView(context.words, { ...found, marker: 'posted' }) };
  }),
);

export const update = about('update', (number, _, context) => openUpdate(number, null, context));
export const recordOutcome = opensForm('outcome', 'outcome');
export const disputeButton = opensForm('dispute', 'dispute');
