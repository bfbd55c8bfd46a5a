/** The words of the product: a catalogue for each language. */
import { english } from './en/index.js';

/** The catalogue that every language fills. */
export type Words = Omit<typeof english, 'language'> & { readonly language: string };

export { english } from './en/index.js';
