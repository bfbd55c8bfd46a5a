/** Fills a form from values by field name. */
import type { OpenModal } from '../answer.js';
import { fieldsOf, type ModalField, type ModalPart } from '../check/modal.js';
import type { Entities } from './entities.js';

/** What a person writes into a form, by a field's custom id or the label above it. */
export type FieldValues = Readonly<Record<string, string | boolean | readonly string[]>>;
type FieldValue = FieldValues[string];

/** The data of a submitted form; fields not named keep what stood in them. */
export function fillForm(modal: OpenModal, values: FieldValues, entities: Entities): Record<string, unknown> {
  const known = modal.fields.flatMap((field) => [field.customId, field.label]);
  const stranger = Object.keys(values).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`The form "${modal.title}" has no field "${stranger}"`);
  const valueOf = (label: string, field: ModalField): FieldValue => {
    const before = modal.fields.find((one) => one.customId === field.custom_id)?.value ?? '';
    return values[field.custom_id] ?? values[label] ?? before;
  };
  const components = modal.declaration.components.map((part, index) =>
    fillPart(part, index + 1, valueOf, entities),
  );
  const { resolved } = entities;
  return { custom_id: modal.customId, components, ...(resolved === undefined ? {} : { resolved }) };
}

function fillPart(
  part: ModalPart,
  id: number,
  valueOf: (label: string, field: ModalField) => FieldValue,
  entities: Entities,
): Record<string, unknown> {
  const filled = fieldsOf(part).map(({ label, field }, index) => ({
    type: field.type,
    id: id * 100 + index,
    custom_id: field.custom_id,
    ...fillField(field, label, valueOf(label, field), entities),
  }));
  if (part.type === 18) return { type: 18, id, component: filled[0] };
  return part.type === 1 ? { type: 1, id, components: filled } : { type: 10, id };
}

function fillField(
  field: ModalField,
  label: string,
  value: FieldValue,
  entities: Entities,
): Record<string, unknown> {
  if (field.type === 23) return { value: value === true || value === 'true' };
  if (field.type === 4) return { value: textOf(field, label, value) };
  const wanted = typeof value === 'string' && value !== '' ? [value] : Array.isArray(value) ? value : [];
  const chosen = wanted.map((one) => chosenId(field, String(one), entities));
  if (field.required !== false && chosen.length === 0) throw new Error(`The field "${label}" is required`);
  if (field.type === 21) return { value: chosen[0] ?? null };
  checkCount(field, chosen.length, label);
  return { values: chosen };
}

function textOf(field: Extract<ModalField, { type: 4 }>, label: string, value: FieldValue): string {
  const text = String(value);
  if (text === '') {
    if (field.required === false) return text;
    throw new Error(`The field "${label}" is required`);
  }
  const [least, most] = [field.min_length ?? 0, field.max_length ?? 4000];
  if (text.length < least || text.length > most)
    throw new Error(`The field "${label}" takes ${least} to ${most} characters, not ${text.length}`);
  return text;
}

type Chosen = Exclude<ModalField, { type: 4 } | { type: 23 }>;

/** What is sent for one choice: an option by value or label, or the id of whom or what was named, or of a file. */
export function chosenId(field: Chosen, wanted: string, entities: Entities): string {
  switch (field.type) {
    case 5:
      return entities.user(wanted);
    case 6:
      return entities.role(wanted);
    case 7:
      return entities.mentionable(wanted);
    case 8:
      return entities.channel(wanted, field.channel_types);
    case 19:
      return entities.attachment(wanted);
    default: {
      const { options } = field;
      const option =
        options.find((one) => one.value === wanted) ?? options.find((one) => one.label === wanted);
      if (option === undefined)
        throw new Error(`"${wanted}" is not among ${options.map((one) => one.label).join(', ')}`);
      return option.value;
    }
  }
}

/** A client holds a person to the number of choices a select takes. */
export function checkCount(field: Exclude<Chosen, { type: 21 }>, count: number, label: string): void {
  const most = field.max_values ?? (field.type === 22 ? field.options.length : 1);
  const least = field.min_values ?? 1;
  if (count > most || (count < least && !(count === 0 && field.required === false)))
    throw new Error(`"${label}" takes ${least} to ${most} choices, not ${count}`);
}
