/** Checks the form that a bot opens. */
import { z } from 'zod';
import { invalid } from '../api-error.js';
import { select } from './controls.js';
import { parse } from './parse.js';

const id = z.int().min(0).optional();
const customId = z.string().min(1).max(100);

const textInput = z.object({
  id,
  type: z.literal(4),
  custom_id: customId,
  style: z.int().min(1).max(2),
  label: z.string().min(1).max(45).nullish(),
  min_length: z.int().min(0).max(4000).nullish(),
  max_length: z.int().min(1).max(4000).nullish(),
  required: z.boolean().nullish(),
  value: z.string().max(4000).nullish(),
  placeholder: z.string().max(100).nullish(),
});
const option = z.object({
  value: z.string().min(1).max(100),
  label: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  default: z.boolean().nullish(),
});
type OptionGroup = { readonly options: readonly z.infer<typeof option>[] };

const distinct = ({ options }: OptionGroup) =>
  new Set(options.map(({ value }) => value)).size === options.length;
const DUPLICATED = {
  path: ['options'],
  message: 'The specified option value is already used',
  params: { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
};
const radios = z
  .object({
    id,
    type: z.literal(21),
    custom_id: customId,
    options: z.array(option).min(2).max(10),
    required: z.boolean().nullish(),
  })
  .refine(distinct, DUPLICATED)
  .refine(({ options }) => options.filter((one) => one.default === true).length <= 1, {
    path: ['options'],
    message: 'Only one option can be selected by default',
  });
const checkboxes = z
  .object({
    id,
    type: z.literal(22),
    custom_id: customId,
    options: z.array(option).min(1).max(10),
    min_values: z.int().min(0).max(10).nullish(),
    max_values: z.int().min(1).max(10).nullish(),
    required: z.boolean().nullish(),
  })
  .refine(distinct, DUPLICATED)
  .refine(({ max_values: most, options }) => (most ?? 1) <= options.length, {
    path: ['options'],
    message: 'Must have at least max_values options',
    params: { code: 'BASE_TYPE_BAD_LENGTH' },
  })
  .refine(({ min_values: least, max_values: most, options }) => (least ?? 1) <= (most ?? options.length), {
    path: ['min_values'],
    message: 'min_values must not exceed max_values',
  })
  .refine(({ min_values: least, required }) => least !== 0 || required === false, {
    path: ['required'],
    message: 'Must be false when min_values is 0',
  });
const checkbox = z.object({
  id,
  type: z.literal(23),
  custom_id: customId,
  default: z.boolean().nullish(),
});
const fileUpload = z
  .object({
    id,
    type: z.literal(19),
    custom_id: customId,
    min_values: z.int().min(0).max(10).nullish(),
    max_values: z.int().min(1).max(10).nullish(),
    required: z.boolean().nullish(),
  })
  .refine(({ min_values: least, max_values: most }) => (least ?? 1) <= (most ?? 1), {
    path: ['min_values'],
    message: 'min_values must not exceed max_values',
  })
  .refine(({ min_values: least, required }) => least !== 0 || required === false, {
    path: ['required'],
    message: 'Must be false when min_values is 0',
  });
const field = z.union([textInput, select, fileUpload, radios, checkboxes, checkbox]);
const label = z.object({
  id,
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().max(100).nullish(),
  component: field,
});
const row = z.object({ id, type: z.literal(1), components: z.array(textInput).length(1) });
const text = z.object({ id, type: z.literal(10), content: z.string().min(1).max(4000) });

const modal = z.object({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.union([label, row, text]))
    .min(1)
    .max(5),
});

export type ModalDeclaration = z.infer<typeof modal>;
export type ModalPart = ModalDeclaration['components'][number];
export type ModalField = z.infer<typeof field>;

/** Read the form a bot opens, `at` its place in the answer. */
export function readModal(body: unknown, at: readonly string[]): ModalDeclaration {
  const read = parse(modal, body, at);
  const ids = read.components.flatMap(fieldsOf).map((one) => one.field.custom_id);
  const twice = ids.find((one, index) => ids.indexOf(one) !== index);
  if (twice !== undefined)
    throw invalid(
      [...at, 'components'].join('.'),
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      `Component custom id cannot be duplicated: ${twice}`,
    );
  for (const [index, part] of read.components.entries()) checkLabels(part, [...at, 'components', `${index}`]);
  return read;
}

/** A row's input carries its own label; in a label component it must not. */
function checkLabels(part: ModalPart, at: readonly string[]): void {
  const input = part.type === 1 ? part.components[0] : undefined;
  if (input !== undefined && !input.label)
    throw invalid(
      [...at, 'components', '0', 'label'].join('.'),
      'BASE_TYPE_REQUIRED',
      'This field is required',
    );
  if (part.type === 18 && part.component.type === 4 && part.component.label)
    throw invalid(
      [...at, 'component', 'label'].join('.'),
      'INVALID',
      'The label belongs to the label component',
    );
}

/** The fields of one part with what is written above them. */
export function fieldsOf(part: ModalPart): { label: string; field: ModalField }[] {
  if (part.type === 18) return [{ label: part.label, field: part.component }];
  if (part.type === 1) return part.components.map((one) => ({ label: one.label ?? '', field: one }));
  return [];
}
