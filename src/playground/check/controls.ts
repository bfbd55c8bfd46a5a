/** Schemas of buttons and selects. */
import { z } from 'zod';

const id = z.int().min(0).optional();
const customId = z.string().min(1).max(100);
const emoji = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish();

const pressed = z.object({
  id,
  type: z.literal(2),
  style: z.int().min(1).max(4),
  custom_id: customId,
  label: z.string().max(80).nullish(),
  emoji,
  disabled: z.boolean().nullish(),
  url: z.never({ message: 'A custom id and url cannot both be specified' }).nullish(),
});
const link = z.object({
  id,
  type: z.literal(2),
  style: z.literal(5),
  url: z
    .string()
    .max(512)
    .regex(/^(https?|discord):\/\//, 'Scheme must be one of (http, https, discord)'),
  label: z.string().max(80).nullish(),
  emoji,
  disabled: z.boolean().nullish(),
  custom_id: z.never({ message: 'A custom id and url cannot both be specified' }).nullish(),
});

/** A button that is pressed, or one that leads somewhere; it must say something. */
export const button = z.union([pressed, link]).refine((one) => Boolean(one.label) || Boolean(one.emoji), {
  message: 'A button must have a label or an emoji',
  params: { code: 'BUTTON_COMPONENT_LABEL_REQUIRED' },
});

const selectBase = {
  id,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled: z.boolean().nullish(),
  /** Counts in forms only. */
  required: z.boolean().nullish(),
};
const selectOption = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji,
  default: z.boolean().optional(),
});
const stringSelect = z
  .object({ ...selectBase, type: z.literal(3), options: z.array(selectOption).min(1).max(25) })
  .refine(({ options }) => new Set(options.map((one) => one.value)).size === options.length, {
    path: ['options'],
    message: 'The specified option value is already used',
    params: { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
  })
  .refine((one) => (one.max_values ?? 1) <= one.options.length, {
    path: ['options'],
    message: 'Must have at least max_values options',
    params: { code: 'BASE_TYPE_BAD_LENGTH' },
  });
const entitySelect = z.object({
  ...selectBase,
  type: z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(8)]),
  channel_types: z.array(z.int()).nullish(),
  default_values: z.array(z.object({ id: z.string(), type: z.string() })).nullish(),
});

export const select = z.union([stringSelect, entitySelect]);

/** Up to five buttons, or one select. */
export const actionRow = z
  .object({
    id,
    type: z.literal(1),
    components: z
      .array(z.union([button, select]))
      .min(1)
      .max(5),
  })
  .refine(({ components }) => components.length === 1 || components.every((one) => one.type === 2), {
    path: ['components'],
    message: 'A select fills its row alone',
    params: { code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' },
  });

type ButtonBody = z.infer<typeof button>;
export type Select = z.infer<typeof select>;
export type ActionRow = z.infer<typeof actionRow>;
/** What a person can press or choose from. */
export type Control = ButtonBody | Select;
