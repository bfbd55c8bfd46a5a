/** The fields that a person can fill in, by name. */

/** What a person can fill in, by the name of the option, the form field or the corrected field. */
const FIELD_NAMES = [
  'acted',
  'admin-channel',
  'alias',
  'announcements',
  'archive',
  'at',
  'by',
  'channel',
  'clear',
  'compliance',
  'complied',
  'curators',
  'deadline',
  'demand',
  'entry',
  'every',
  'follow-through',
  'followThrough',
  'format',
  'from',
  'grade',
  'into',
  'issuer',
  'ladder',
  'language',
  'note',
  'part',
  'ping',
  'quote',
  'reason',
  'review',
  'review-channel',
  'schedule',
  'second-source',
  'source',
  'state',
  'stated',
  'status',
  'tag',
  'target',
  'targets',
  'text',
  'threat',
  'topic',
  'ultimatum',
  'url',
  'what',
  'zone',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Whether `name` is the name of a field. */
export function isFieldName(name: string): name is FieldName {
  const names: readonly string[] = FIELD_NAMES;
  return names.includes(name);
}
