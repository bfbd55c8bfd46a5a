/** What a confirmed preview is replaced with: where it goes, Undo while it waits, and copies of its sources. */
import { ComponentType } from 'discord.js';
import { ultimatumId } from '../../domain/ultimatum-id.js';
import type { Words } from '../../wording/index.js';
import { mention, plain, small, type Line, type Text } from '../../wording/parts.js';
import { saveCopyLink } from '../../wording/sources.js';
import type { View } from '../command.js';
import { buttonComponent, flowButton, linkButton, publicButton } from './buttons.js';
import { opened, text } from './parts.js';
import { blockedText } from './preview.js';

export interface SavedScreen {
  readonly number: number;
  /** `Saved as U-12.` */
  readonly sentence: Text;
  /** Where it will be posted; null for nowhere. */
  readonly channel: string | null;
  /** What is posted sets an earlier post right. */
  readonly corrects?: boolean;
  /** Why it can't be posted there at the moment; null where it can. */
  readonly blocked: Text | null;
  /** The pending row whose action is `undo`, and how long the post waits for it; null where it cannot be undone. */
  readonly undo: { readonly key: string; readonly seconds: number } | null;
  /** What can be corrected next because of this: a sentence, and the kept draft of it with its button. */
  readonly next?: { readonly text: Text; readonly key: string; readonly label: string } | null;
  /** The sources that were given: each can be saved as a copy. */
  readonly links: readonly string[];
}

/** The longest address that a button may have. */
const LONGEST_LINK = 512;

function copyButtons({ buttons }: Words, links: readonly string[]) {
  const saves = links.map(saveCopyLink).filter((link) => link !== null && link.length <= LONGEST_LINK);
  const labels = [buttons.saveCopy, buttons.saveSecondCopy];
  return labels.flatMap((label, index) => {
    const link = saves[index] ?? null;
    return link === null ? [] : [linkButton(label, link)];
  });
}

function whereLine(words: Words, { channel, corrects = false, blocked, undo }: SavedScreen): Line {
  const { saved } = words.screens;
  if (channel === null) return small(saved.nowhere);
  if (blocked !== null) return small(blockedText(words, channel, blocked));
  const place = mention('channel', channel);
  const [inPlace, inPlaceIn] = corrects
    ? [saved.setRight, saved.setRightIn]
    : [saved.channel, saved.channelIn];
  const waits = undo !== null && undo.seconds > 0;
  return small(waits ? inPlaceIn(place, undo.seconds) : inPlace(place));
}

/**
 * Takes the place of a preview that was confirmed: its Details and Undo, and a button that saves a copy of each
 * source.
 */
export function savedView(words: Words, saved: SavedScreen): View {
  const { number, sentence, undo, links, next = null } = saved;
  const components = [
    buttonComponent(publicButton(words, 'details', ultimatumId(number), 'saved')),
    ...(undo === null ? [] : [buttonComponent(flowButton(undo.key, 'undo', words.buttons.undo))]),
    ...(next === null ? [] : [buttonComponent(flowButton(next.key, 'show', next.label))]),
    ...copyButtons(words, links),
  ];
  return opened([
    text(plain(sentence), ...(next === null ? [] : [plain(next.text)]), whereLine(words, saved)),
    { type: ComponentType.ActionRow, components },
  ]);
}

/** A plain sentence in the place of an opened message whose buttons are used up. */
export function closedView(sentence: Text): View {
  return opened([text(plain(sentence))]);
}
