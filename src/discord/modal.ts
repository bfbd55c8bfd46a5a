import {
  ComponentType,
  TextInputStyle,
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { Form, FormField } from './command.js';

/** Discord's own limits. */
const MAX = { fields: 5, title: 45, label: 45, text: 100, value: 4000 } as const;

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

function select(field: FormField): APIComponentInLabel {
  const options = (field.choices ?? []).slice(0, 25).map(({ name, value }) => ({
    label: cut(name, MAX.text),
    value,
    default: value === field.value,
  }));
  const placeholder = field.placeholder === undefined ? {} : { placeholder: cut(field.placeholder, 150) };
  return {
    type: ComponentType.StringSelect,
    custom_id: field.id,
    required: field.required,
    options,
    ...placeholder,
  };
}

function textInput(field: FormField): APIComponentInLabel {
  const longest = Math.min(field.maxLength ?? MAX.value, MAX.value);
  return {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.long === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: longest,
    // A value longer than the field takes would be refused with the whole form.
    ...(field.value === undefined ? {} : { value: field.value.slice(0, longest) }),
    ...(field.placeholder === undefined ? {} : { placeholder: cut(field.placeholder, MAX.text) }),
  };
}

function labelled(field: FormField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cut(field.label, MAX.label),
    ...(field.description === undefined ? {} : { description: cut(field.description, MAX.text) }),
    component: field.choices === undefined ? textInput(field) : select(field),
  };
}

/** A form as a modal; its id leads back to the pending row and the step of its flow. */
export function modal(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: `${form.key}:${form.action}`,
    title: cut(form.title, MAX.title),
    components: form.fields.slice(0, MAX.fields).map(labelled),
  };
}
