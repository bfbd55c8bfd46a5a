/** Who is who, in English. */
import type { Part, Text } from '../parts.js';
import { t } from '../text.js';

export const names = {
  /** `Donald Trump to Russia`. */
  parties: (issuer: Text, targets: Text): Text => t`${issuer} to ${targets}`,
  /** Stands last in a list of names. */
  others: (count: number): Text => t`${count} more`,
  /** The same above a button Details, which names them. */
  othersInDetails: (count: number): Text => t`${count} more (Details)`,
  clock: t`the clock`,
  forgotten: t`a former member`,
  curator: (name: Part): Text => t`${name}, curator`,
  member: (name: Part): Text => t`${name}, member`,
  quotation: (words: Part): Text => t`"${words}"`,
  /** Last in a list of lines. */
  andMore: (count: number): Text => t`and ${count} more`,
  /** An ultimatum in a list of suggestions, where Discord draws no markup. */
  suggestion: (subject: string, issuer: string, targets: string): string =>
    `${subject} ${issuer} to ${targets}`,
  suggestedTargets: (targets: readonly string[], more: number): string =>
    targets.join(', ') + (more === 0 ? '' : ` and ${more} more`),
};
