/** What the columns of a table can hold that is imported. */

/** What a column can hold. `number`: rows with the same are deadlines of one ultimatum. `outcome`: both axes in one code. */
export const IMPORT_FIELDS = [
  'number',
  'issuer',
  'target',
  'demand',
  'threat',
  'deadline',
  'stated',
  'zone',
  'tag',
  'quote',
  'source',
  'outlet',
  'grade',
  'compliance',
  'complied',
  'follow-through',
  'acted',
  'outcome',
  'reported',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
