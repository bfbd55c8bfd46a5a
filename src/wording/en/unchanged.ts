/** Why nothing was changed: how it is already, and what works next. */
import type { Unchanged } from '../../domain/refusal.js';
import { typed } from '../typed.js';
import { code, command, type Text } from '../parts.js';
import { t } from '../text.js';

type Of<W extends Unchanged['what']> = Extract<Unchanged, { readonly what: W }>;

/** A name of this length still leaves room for the sentence. */
const LONGEST = 80;

function countdown({ id, already }: Of<'countdown'>): Text {
  switch (already) {
    case 'paused':
      return t`Countdown ${id} is paused already. To start it again, use ${command('countdown resume')}.`;
    case 'running':
      return t`Countdown ${id} is running already. To stop it, use ${command('countdown pause')}.`;
    case 'same':
      return t`Countdown ${id} already posts that, there and then. Give another channel, other times, another zone or another list; ${command('countdown list')} shows what it does.`;
  }
}

type Bare = Exclude<Unchanged['what'], 'countdown' | 'entry' | 'removed-entry' | 'issuers' | 'settings'>;

const WITHOUT_NUMBER: Readonly<Record<Bare, Text>> = {
  deadline: t`The deadline is that already. To add a source, use ${command('ultimatum source')}.`,
  terms: t`Demand, threat and targets are already on record like that. Give one that changed.`,
  archive: t`That copy is already on record for this link. Give another one.`,
  hidden: t`It is hidden already. To make it visible again, use ${command('ultimatum hide')}.`,
  visible: t`It is visible already. To hide it, use ${command('ultimatum hide')}.`,
};

/** Says what is the case, and what to do instead. */
export function unchanged(of: Unchanged): Text {
  switch (of.what) {
    case 'countdown':
      return countdown(of);
    case 'entry':
      return t`Entry ${of.entry} says that already. Give the field that is wrong its right value.`;
    case 'removed-entry':
      return t`Entry ${of.entry} was taken back by entry ${of.by}. To bring it back, remove entry ${of.by}.`;
    case 'issuers':
      return t`Both names already stand for ${typed(of.name, LONGEST)}. ${command('issuers list')} shows the names of each issuer.`;
    case 'settings':
      return of.given
        ? t`The settings are like that already. ${command('settings show')} shows them all.`
        : t`You chose no setting. Give at least one option, such as ${code('zone')} or ${code('announcements')}; ${command('settings show')} shows what is set.`;
    default:
      return WITHOUT_NUMBER[of.what];
  }
}
