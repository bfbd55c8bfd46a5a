/** Forms as Discord takes them: modals of labelled fields. */
import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { Form, FormField } from './command.js';
import { POSTABLE_TYPES } from './option.js';

const LONGEST_INPUT = 4000;
/** A group of check boxes or radio buttons takes no more; a list takes 25. */
const MOST_IN_GROUP = 10;

function picker({ id, required, value, placeholder, picks }: FormField): APIComponentInLabel {
  const common = { custom_id: id, required, ...(placeholder === undefined ? {} : { placeholder }) };
  const picked = <T extends SelectMenuDefaultValueType>(type: T) =>
    value === undefined || value === '' ? {} : { default_values: [{ id: value, type }] };
  return picks === 'role'
    ? { type: ComponentType.RoleSelect, ...common, ...picked(SelectMenuDefaultValueType.Role) }
    : {
        type: ComponentType.ChannelSelect,
        ...common,
        channel_types: [...POSTABLE_TYPES],
        ...picked(SelectMenuDefaultValueType.Channel),
      };
}

const fileUpload = ({ id, required }: FormField): APIComponentInLabel => ({
  type: ComponentType.FileUpload,
  custom_id: id,
  required,
  min_values: required ? 1 : 0,
  max_values: 1,
});

/** Several of what can be chosen: as check boxes as far as Discord takes them, else in a list. */
function boxes({ id, required, choices = [], ticked = [] }: FormField): APIComponentInLabel {
  const options = choices.map(({ name, ...choice }) => ({
    label: name,
    ...choice,
    default: ticked.includes(choice.value),
  }));
  const min_values = required ? 1 : 0;
  return options.length <= MOST_IN_GROUP
    ? { type: ComponentType.CheckboxGroup, custom_id: id, required, min_values, options }
    : {
        type: ComponentType.StringSelect,
        custom_id: id,
        required,
        min_values,
        max_values: options.length,
        options,
      };
}

function oneOf({ id, required, choices = [], value, shownAs }: FormField): APIComponentInLabel {
  const options = choices.map(({ name, ...choice }) => ({
    label: name,
    ...choice,
    default: choice.value === value,
  }));
  const type = shownAs === 'radios' ? ComponentType.RadioGroup : ComponentType.StringSelect;
  return { type, custom_id: id, required, options };
}

function input(field: FormField): APIComponentInLabel {
  const { id, required, value } = field;
  if (field.picks === 'file') return fileUpload(field);
  if (field.picks !== undefined) return picker(field);
  if (field.choices !== undefined) return field.shownAs === 'boxes' ? boxes(field) : oneOf(field);
  // A field of one line shows a line break as nothing, or as a box.
  const filled = field.long === true ? value : value?.replaceAll(/\s*[\r\n\u2028\u2029]\s*/g, ' ');
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    required,
    style: field.long === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: field.maxLength ?? LONGEST_INPUT,
    ...(filled === undefined || filled === '' ? {} : { value: filled }),
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
  };
}

/** A form as a modal of labelled fields. */
export function modalPayload({ key, action, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: `${key}:${action}`,
    title,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label,
      ...(field.description === undefined ? {} : { description: field.description }),
      component: input(field),
    })),
  };
}
