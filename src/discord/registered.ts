/** Whether the commands that Discord holds are those that we declare, whatever Discord adds to them. */
import { z } from 'zod';

/** What a declaration means where it says nothing. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  type: 1,
  required: false,
  autocomplete: false,
  nsfw: false,
};
/** Fields of which the order means nothing. */
const UNORDERED = new Set(['contexts', 'integration_types', 'channel_types']);
/** What a person sees or what Discord checks; all else is Discord's own. */
const MEANT = new Set([
  'type',
  'name',
  'description',
  'name_localizations',
  'description_localizations',
  'default_member_permissions',
  'nsfw',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  ...UNORDERED,
]);

const object = z.record(z.string(), z.unknown());
const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Any order, as long as it is always the same one. */
const sorted = (items: readonly unknown[]) =>
  items.map((item) => JSON.stringify(item)).toSorted((one, other) => (one < other ? -1 : 1));

/** One form for everything that means the same. */
function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => canonical(one));
    return UNORDERED.has(key) ? sorted(items) : items;
  }
  if (key.endsWith('_localizations')) return sorted(Object.entries(Object(value)));
  const fields = object.safeParse(value).data;
  if (fields === undefined) return value;
  const said = Object.entries(fields)
    .filter(([name, one]) => MEANT.has(name) && !isNothing(one) && one !== DEFAULTS[name])
    .map(([name, one]) => [name, canonical(one, name)] as const);
  return sorted(said);
}

/** Where nothing is declared, Discord fills in a default of the application, which is not ours to compare. */
function comparable(declared: unknown, held: unknown): boolean {
  const own = object.safeParse(declared).data ?? {};
  const theirs = object.safeParse(held).data ?? {};
  const kept = Object.entries(theirs).filter(
    ([name]) => !(name === 'contexts' || name === 'integration_types') || own[name] !== undefined,
  );
  return JSON.stringify(canonical(own)) === JSON.stringify(canonical(Object.fromEntries(kept)));
}

const named = z.looseObject({ type: z.number().catch(1), name: z.string() });
const keyOf = (command: unknown) => {
  const { data } = named.safeParse(command);
  return data === undefined ? '' : `${data.type} ${data.name}`;
};

/** Whether `held`, an answer of GET /applications/{id}/commands, is what `declared` says. Their order means nothing. */
export function isRegistered(declared: readonly unknown[], held: readonly unknown[]): boolean {
  const byKey = new Map(held.map((command) => [keyOf(command), command]));
  if (held.length !== declared.length) return false;
  return declared.every((command) => comparable(command, byKey.get(keyOf(command))));
}
