import {
  ButtonStyle,
  ComponentType,
  SelectMenuDefaultValueType,
  SeparatorSpacingSize,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord.js';
import type { View } from '../../src/discord/command.js';

/** The parts of what a server's own screens are made of: components v2, as Discord's JSON. */

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A step of a private flow: `key:action`. */
export interface Step {
  readonly key: string;
  readonly action: string;
}

const id = ({ key, action }: Step) => `${key}:${action}`;

export function opened(components: readonly APIMessageTopLevelComponent[]): View {
  return { v2: true, components };
}

export function text(...lines: readonly string[]): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: lines.join('\n') };
}

export function line(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

export function button(
  label: string,
  step: Step,
  style: 'first' | 'other' = 'other',
): APIButtonComponentWithCustomId {
  const drawn = style === 'first' ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return { type: ComponentType.Button, label, style: drawn, custom_id: id(step) };
}

export function row(...buttons: readonly APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components: [...buttons] };
}

/** Text with one button to its right. */
export function section(content: string, accessory: APIButtonComponentWithCustomId): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

/** Picks a text channel; pressed with nothing picked it is cleared. */
export function channelSelect(placeholder: string, step: Step, picked: string | null): Row {
  const chosen = picked === null ? [] : [{ id: picked, type: SelectMenuDefaultValueType.Channel as const }];
  return row({
    type: ComponentType.ChannelSelect,
    custom_id: id(step),
    placeholder,
    // Text and announcement channels: where a bot can post without opening a thread.
    channel_types: [0, 5],
    default_values: chosen,
  });
}

export function roleSelect(placeholder: string, step: Step, picked: string | null): Row {
  const chosen = picked === null ? [] : [{ id: picked, type: SelectMenuDefaultValueType.Role as const }];
  return row({
    type: ComponentType.RoleSelect,
    custom_id: id(step),
    placeholder,
    min_values: 0,
    default_values: chosen,
  });
}

export interface Box {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly on: boolean;
}

/** Check boxes; outside forms Discord has them only as a select of several. */
export function boxes(placeholder: string, step: Step, all: readonly Box[]): Row {
  return row({
    type: ComponentType.StringSelect,
    custom_id: id(step),
    placeholder,
    min_values: 0,
    max_values: all.length,
    options: all.map(({ on, ...option }) => ({ ...option, default: on })),
  });
}
