/** Selects of forms and screens. */
import {
  ComponentType,
  SelectMenuDefaultValueType,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
} from 'discord.js';
import { POSTABLE_TYPES } from '../option.js';

type SelectRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A step of a private flow: `key:action`. */
interface FlowStep {
  readonly key: string;
  readonly action: string;
}

const id = ({ key, action }: FlowStep) => `${key}:${action}`;

function row(select: APIComponentInMessageActionRow): SelectRow {
  return { type: ComponentType.ActionRow, components: [select] };
}

/** Picks a channel that takes posts. */
export function channelSelect(placeholder: string, step: FlowStep, picked: string | null): SelectRow {
  const chosen = picked === null ? [] : [{ id: picked, type: SelectMenuDefaultValueType.Channel as const }];
  return row({
    type: ComponentType.ChannelSelect,
    custom_id: id(step),
    placeholder,
    channel_types: [...POSTABLE_TYPES],
    default_values: chosen,
  });
}

/** Picks one role, or none. */
export function roleSelect(placeholder: string, step: FlowStep, picked: string | null): SelectRow {
  const chosen = picked === null ? [] : [{ id: picked, type: SelectMenuDefaultValueType.Role as const }];
  return row({
    type: ComponentType.RoleSelect,
    custom_id: id(step),
    placeholder,
    min_values: 0,
    default_values: chosen,
  });
}

interface Box {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly on: boolean;
}

/** Check boxes; outside forms Discord has them only as a select of several. */
export function boxes(placeholder: string, step: FlowStep, all: readonly Box[]): SelectRow {
  return row({
    type: ComponentType.StringSelect,
    custom_id: id(step),
    placeholder,
    min_values: 0,
    max_values: all.length,
    options: all.map(({ on, ...option }) => ({ ...option, default: on })),
  });
}
