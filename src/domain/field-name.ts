/** The fields that a person can fill in, by name. */

/** What can be typed about an ultimatum. It is kept as typed: a refused text comes back in the form, unchanged. */
export const TYPED = [
  'issuer',
  'target',
  'demand',
  'threat',
  'deadline',
  'event',
  'stated',
  'zone',
  'tag',
  'quote',
  'source',
  'second-source',
  'grade',
  'archive',
  'compliance',
  'follow-through',
  'complied',
  'acted',
  'note',
  'by',
  'for',
  'entry',
  'reason',
  'what',
  'when',
  'extent',
  'to',
  'as',
  'close',
  'remove',
] as const;
export type TypedName = (typeof TYPED)[number];

export const isTypedName = (name: string): name is TypedName => TYPED.some((known) => known === name);

/** What a person can fill in, by the name of the option, the form field or the corrected field. */
const FIELD_NAMES = [
  ...TYPED,
  'actor',
  'admin-channel',
  'alias',
  'announcements',
  'at',
  'channel',
  'clear',
  'contact',
  'curators',
  'events',
  'every',
  'followThrough',
  'format',
  'from',
  'inclusion-rule',
  'into',
  'issuers',
  'ladder',
  'language',
  'licence',
  'name',
  'part',
  'ping',
  'public',
  'public-name',
  'publish',
  'review',
  'review-channel',
  'schedule',
  'state',
  'status',
  'table',
  'tags',
  'targets',
  'text',
  'topic',
  'ultimatum',
  'url',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Whether `name` is the name of a field. */
export function isFieldName(name: string): name is FieldName {
  const names: readonly string[] = FIELD_NAMES;
  return names.includes(name);
}
