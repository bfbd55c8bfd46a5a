/** What the list of ultimatums can be narrowed to. */

export const LIST_STATES = ['running', 'passed', 'aside', 'closed', 'all'] as const;
export type ListState = (typeof LIST_STATES)[number];

/** Whether a typed value is one of the states that the list filters by. */
export function isListState(value: string): value is ListState {
  return LIST_STATES.some((state) => state === value);
}
