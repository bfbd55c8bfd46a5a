/** The verbs of the record, by name. */

/** The verbs of the record, apart from the commands themselves so that a refusal can name one. */
export const COMMAND_KINDS = [
  'record',
  'move',
  'suspend',
  'resume',
  'withdraw',
  'replace',
  'outcome',
  'terms',
  'source',
  'archive',
  'dispute',
  'correct',
  'hide',
  'unhide',
  'lapse',
] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];
