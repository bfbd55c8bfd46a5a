/** Schemas of layout components, and a walk through a message's components. */
import { z } from 'zod';
import { actionRow, button, type ActionRow, type Control } from './controls.js';

const id = z.int().min(0).optional();
const media = z.looseObject({
  url: z.string().regex(/^(https?|attachment):\/\//, 'Scheme must be one of (http, https, attachment)'),
});

const text = z.object({ id, type: z.literal(10), content: z.string().min(1).max(4000) });
const thumbnail = z.object({
  id,
  type: z.literal(11),
  media,
  description: z.string().max(1024).nullish(),
  spoiler: z.boolean().nullish(),
});
const section = z.object({
  id,
  type: z.literal(9),
  components: z.array(text).min(1).max(3),
  accessory: z.union([button, thumbnail]),
});
const gallery = z.object({
  id,
  type: z.literal(12),
  items: z
    .array(z.looseObject({ media, description: z.string().max(1024).nullish() }))
    .min(1)
    .max(10),
});
const file = z.object({ id, type: z.literal(13), file: media, spoiler: z.boolean().nullish() });
const separator = z.object({
  id,
  type: z.literal(14),
  divider: z.boolean().nullish(),
  spacing: z.int().min(1).max(2).nullish(),
});

const inner = z.union([actionRow, section, text, gallery, file, separator]);
const container = z.object({
  id,
  type: z.literal(17),
  components: z.array(inner).min(1),
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
});

/** Any component at the top of a message. */
export const component = z.union([inner, container]);
export type Component = z.infer<typeof component>;
type Inner = z.infer<typeof inner>;
type TextDisplay = z.infer<typeof text>;
type Thumbnail = z.infer<typeof thumbnail>;
export type AnyComponent = Component | TextDisplay | Thumbnail | Control;

/** Every component of a message with those inside it, in reading order. */
export function walk(components: readonly Component[]): AnyComponent[] {
  return components.flatMap((one) =>
    one.type === 17 ? [one, ...one.components.flatMap(walkInner)] : walkInner(one),
  );
}

function walkInner(one: Inner): AnyComponent[] {
  if (one.type === 1) return [one, ...one.components];
  return one.type === 9 ? [one, ...one.components, one.accessory] : [one];
}

/** What can be pressed or chosen from. */
export function controlsOf(components: readonly Component[]): Control[] {
  return walk(components).filter(isControl);
}

function isControl(one: AnyComponent): one is Control {
  return one.type === 2 || one.type === 3 || (one.type >= 5 && one.type <= 8);
}

/** Whether a component is a row of buttons or a row with one select. */
export function isRow(one: Component): one is ActionRow {
  return one.type === 1;
}
