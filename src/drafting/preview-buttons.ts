/** The buttons of a preview and of a refusal that keeps the text. */
import type { Draft } from '../codec/draft.js';
import type { View } from '../discord/command.js';
import { flowButton, row } from '../discord/views/buttons.js';
import type { Act } from '../discord/views/index.js';
import { opened, text } from '../discord/views/parts.js';
import type { Refusal } from '../domain/refusal.js';
import type { Words } from '../wording/index.js';
import { plain } from '../wording/parts.js';
import type { Unfinished } from './notes.js';
import { hasForm, readsDeadline, remediesOf, type RefusedDraft } from './remedies.js';
import { likelyRecords, linksOf } from './statements.js';
import type { Trial } from './trial.js';

/** Discord shows at most five buttons in a row; one of them confirms. */
const MAX_BUTTONS = 5;

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

/** The other buttons: what to change, Cancel, and the draft that was left unfinished. */
export function otherActs(draft: Draft, words: Words, unfinished: Unfinished | null = null): readonly Act[] {
  const { buttons } = words.drafts;
  const marksPrimary =
    draft.verb === 'outcome' &&
    !draft.primary &&
    linksOf(draft).length > 0 &&
    likelyRecords(draft).length === 0;
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

/** Below a refusal: the text is kept, and the buttons give it back; those that help come first. `key` is the draft's. */
export function keptView(key: string, refusal: Refusal, refused: RefusedDraft): View {
  const { draft, words } = refused;
  const remedies = remediesOf(refusal, refused);
  const acts = [...remedies, ...otherActs(draft, words)];
  const known = acts.filter(({ action }, index) => acts.findIndex((act) => act.action === action) === index);
  const cancels = known.filter(({ action }) => action === 'cancel');
  const helping = known.filter(({ action }) => action !== 'cancel').slice(0, MAX_BUTTONS - cancels.length);
  const buttons = [...helping, ...cancels].map(({ action, label }, index) =>
    flowButton(key, action, label, { first: index === 0 && remedies.length > 0 }),
  );
  return opened([text(plain(words.drafts.kept)), row(buttons)]);
}
