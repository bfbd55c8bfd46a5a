/** Reads the fields of a submitted form, whatever of it Discord sent. */
import { z } from 'zod';

/** Discord's own limit. */
const MOST_VALUES = 25;

const valued = z.object({
  custom_id: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String).catch(''),
  values: z.array(z.string()).optional().catch(undefined),
});
/** A label holds one component, a row of older clients several. */
const holder = z.object({
  component: z.unknown().optional(),
  components: z.array(z.unknown()).catch([]),
});

function valuesIn(component: unknown): readonly (readonly [string, string])[] {
  const read = valued.safeParse(component).data;
  return read === undefined
    ? []
    : [[read.custom_id, read.values?.slice(0, MOST_VALUES).join('; ') ?? read.value]];
}

/** The fields of a submitted form by their ids; several values of one stand with `; ` between them. Never throws. */
export function fieldsOf(components: unknown): Readonly<Record<string, string>> {
  const rows = Array.isArray(components) ? components : [];
  const held = rows.flatMap((row: unknown) => {
    const { component, components: several } = holder.safeParse(row).data ?? { components: [] };
    return [component, ...several];
  });
  return Object.fromEntries(held.flatMap(valuesIn));
}
