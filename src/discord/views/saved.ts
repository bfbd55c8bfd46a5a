import { ComponentType } from 'discord.js';
import type { View } from '../command.js';
import { publicButton, buttonComponent, flowButton, linkButton } from './buttons.js';
import { subjectOf } from './about.js';
import { opened, text } from './parts.js';
import { blockedText, type Blocked } from './preview.js';
import { saveCopyLink } from './sources.js';
import { small } from './text.js';

/** What a confirmed preview is replaced with. */
export interface Saved {
  readonly number: number;
  /** `Recorded as U-12.` */
  readonly sentence: string;
  /** Where it will be posted; null for nowhere. */
  readonly channel: string | null;
  /** Why it can't be posted there at the moment; null where it can. */
  readonly blocked: Blocked | null;
  /** The pending row whose action is `undo`, and how long the post waits for it; null where it cannot be undone. */
  readonly undo: { readonly key: string; readonly seconds: number } | null;
  /** The sources that were given: each can be saved as a copy. */
  readonly links: readonly string[];
}

const MOST_COPIES = 2;

function copies(links: readonly string[]) {
  // Discord refuses a button with a longer address.
  const saves = links.map(saveCopyLink).filter((link) => link !== null && link.length <= 512);
  return saves
    .slice(0, MOST_COPIES)
    .flatMap((link, index) =>
      link === null ? [] : [linkButton(index === 0 ? 'Save a copy now' : 'Save the second too', link)],
    );
}

function whereText({ channel, blocked, undo }: Saved): string {
  if (channel === null) return 'It is posted nowhere.';
  if (blocked !== null) return blockedText(channel, blocked);
  const wait = undo === null || undo.seconds === 0 ? '' : ` in ${undo.seconds} seconds, unless you undo it`;
  return `It will be posted in <#${channel}>${wait}.`;
}

/** The answer to what was saved: where it goes, Undo while it waits, and the copies of its sources. */
export function savedView(saved: Saved): View {
  const { number, sentence, undo, links } = saved;
  const subject = subjectOf(number);
  const components = [
    buttonComponent(publicButton('details', subject, 'saved')),
    ...(undo === null ? [] : [buttonComponent(flowButton(undo.key, 'undo', 'Undo'))]),
    ...copies(links),
  ];
  return opened([text(sentence, small(whereText(saved))), { type: ComponentType.ActionRow, components }]);
}

/** A plain sentence in the place of an opened message whose buttons are used up. */
export function closedView(sentence: string): View {
  return opened([text(sentence)]);
}
