/** What the columns of a table can hold that is imported. */

/**
 * What a column can hold. `number`: rows with the same are of one ultimatum. `for`: the targets that a row is for. `withdrawn`: when
 * it was. `actor`: who carried the threat out instead of the issuer. `outcome`: both axes in one code.
 */
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
  'for',
  'actor',
  'withdrawn',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
