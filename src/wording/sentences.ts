/** A sentence for each kind of fact: a catalogue that misses one does not compile. */
import type { Text } from './parts.js';

interface Kinded {
  readonly kind: string;
}

type OfKind<Fact extends Kinded, K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>;

/** By the kind of the fact, what says it. */
export type Sentences<Fact extends Kinded> = {
  readonly [K in Fact['kind']]: (fact: OfKind<Fact, K>) => Text;
};

/** Says a fact of one kind; pass `fact.kind` and the fact itself. */
export function sentenceOf<Fact extends Kinded, K extends Fact['kind']>(
  sentences: Sentences<Fact>,
  kind: K,
  fact: OfKind<Fact, K>,
): Text {
  return sentences[kind](fact);
}
