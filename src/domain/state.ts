/** The states of an ultimatum. */
export type State = 'open' | 'passed' | 'suspended' | 'withdrawn' | 'superseded' | 'resolved';
