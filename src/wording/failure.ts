/** Texts for what failed. */

/** How somebody asked for what then failed. */
export type AttemptKind = 'command' | 'press' | 'form';
