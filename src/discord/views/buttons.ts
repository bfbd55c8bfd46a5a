/** Buttons, as Discord draws them. */
import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
} from 'discord.js';
import type { Words } from '../../wording/index.js';

/** A button as a person sees it. */
export interface Button {
  readonly id: string;
  readonly label: string;
  /** The first thing one would press. */
  readonly first?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** The buttons under posts. The name is that of the door that answers; its `custom_id` is `name:subject:marker`. */
export type PublicButton =
  | 'details'
  | 'update'
  | 'outcome'
  | 'dispute'
  | 'meaning'
  | 'all'
  | 'review'
  | 'proposals'
  | 'log'
  | 'post'
  | 'list'
  | 'picture';

/** A button that everybody may press. `subject` says what it is about (`U-12`), `marker` where it stands. */
export function publicButton(
  { buttons }: Words,
  name: PublicButton,
  subject: string,
  marker: string,
  label: string = buttons[name],
): Button {
  return { id: `${name}:${subject}:${marker}`, label };
}

/** Leads to another page of a screen about an ultimatum, in the place of this one. */
export function pageButton(door: 'show' | 'log', subject: string, label: string): Button {
  return { id: `${door}:${subject}:${door}`, label };
}

/** A button of a private flow; its `custom_id` is `key:action`. */
export function flowButton(
  key: string,
  action: string,
  label: string,
  more: Omit<Button, 'id' | 'label'> = {},
) {
  return { id: `${key}:${action}`, label, ...more } satisfies Button;
}

function styleOf({
  first,
  danger,
}: Button): ButtonStyle.Primary | ButtonStyle.Danger | ButtonStyle.Secondary {
  if (danger === true) return ButtonStyle.Danger;
  return first === true ? ButtonStyle.Primary : ButtonStyle.Secondary;
}

/** A button as a component: red for danger, blue for the first choice, grey for the others. */
export function buttonComponent(button: Button): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: styleOf(button),
    custom_id: button.id,
    label: button.label,
    ...(button.disabled === true ? { disabled: true } : {}),
  };
}

/** A button that opens `url` in the browser. Discord allows 512 characters for it. */
export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** A row of buttons. Discord allows five. */
export function row(buttons: readonly Button[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: buttons.map(buttonComponent) };
}
