/** The buttons of a preview and of a refusal that keeps the text. */
import type { Draft } from '../codec/draft.js';
import type { View } from '../discord/command.js';
import { flowButton, row } from '../discord/views/buttons.js';
import type { Act } from '../discord/views/index.js';
import { opened, text } from '../discord/views/parts.js';
import { VERBS } from '../domain/verbs.js';
import type { Refusal } from '../domain/refusal.js';
import type { Words } from '../wording/index.js';
import { plain } from '../wording/parts.js';
import { setsDeadline } from './draft.js';
import type { Unfinished } from './notes.js';
import { likelyRecords } from './statements.js';
import type { Trial } from './trial.js';

/** Discord shows at most five buttons in a row; one of them confirms. */
const MAX_BUTTONS = 5;

/** Whether a deadline is read in the draft: then another reading of it can be asked for. */
function readsDeadline({ verb, typed }: Draft): boolean {
  return setsDeadline(verb) || (verb === 'correct' && typed.deadline !== undefined);
}

/** The button that saves the draft, or proposes it. */
export function confirmAct({ drafted, narrows }: Trial): Act {
  const { command, draftContext } = drafted;
  const { member, words } = draftContext.context;
  const { buttons } = words.drafts;
  const removes = command.verb === 'correct' && command.removes;
  const verb = removes ? buttons.remove : words.verbs.confirm[command.verb];
  const label = narrows ? buttons.narrow : verb;
  return { action: 'confirm', label: member.curator ? label : buttons.propose };
}

/** Whether its texts can be edited; of a correction the form follows from what the entry says. */
const hasForm = ({ verb, shown }: Draft): boolean =>
  VERBS[verb].form.length > 0 || (verb === 'correct' && Object.keys(shown).length > 0);

/** The other buttons: what to change, Cancel, and the draft that was left unfinished. */
export function otherActs(draft: Draft, words: Words, unfinished: Unfinished | null = null): readonly Act[] {
  const { buttons } = words.drafts;
  const marksPrimary = draft.verb === 'outcome' && !draft.primary && likelyRecords(draft).length === 0;
  return [
    ...(readsDeadline(draft) ? [{ action: 'change', label: buttons.changeDeadline }] : []),
    ...(marksPrimary ? [{ action: 'primary', label: buttons.primary }] : []),
    ...(hasForm(draft) ? [{ action: 'edit', label: buttons.edit }] : []),
    { action: 'cancel', label: buttons.cancel },
    ...(unfinished === null ? [] : [{ action: `open.${unfinished.key}`, label: buttons.unfinished }]),
  ].slice(0, MAX_BUTTONS - 1);
}

/** What can be confirmed of the links: that those which look like it are the issuer's own words or a record. */
export function offeredActs(draft: Draft, { drafts }: Words): readonly Act[] {
  return likelyRecords(draft).length === 0 ? [] : [{ action: 'records', label: drafts.buttons.primary }];
}

/** What can be done with words that name no date: nothing is moved without one. */
function actsWithoutDate({ verb }: Draft, { drafts, verbs }: Words): readonly Act[] {
  if (verb === 'record') return [{ action: 'undated', label: drafts.buttons.undated }];
  if (verb !== 'move') return [];
  return [
    { action: 'instead.source', label: drafts.buttons.asSource },
    { action: 'instead.suspend', label: verbs.confirm.suspend },
  ];
}

/** Below a refusal: the text is kept, and the buttons give it back. `key` is the draft's. */
export function keptView(draft: Draft, key: string, refusal: Refusal, words: Words): View {
  const instead = refusal.why === 'not-a-deadline' ? actsWithoutDate(draft, words) : [];
  const buttons = [
    ...instead.map(({ action, label }, index) => flowButton(key, action, label, { first: index === 0 })),
    ...otherActs(draft, words).map(({ action, label }) => flowButton(key, action, label)),
  ];
  return opened([text(plain(words.drafts.kept)), row(buttons.slice(0, MAX_BUTTONS))]);
}
