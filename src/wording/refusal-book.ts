/** The shape of every language's refusals: a refusal without a text does not compile. */
import type { Refusal } from '../domain/refusal.js';
import type { Text } from './parts.js';

/** Refusals that hold others: they are said together with those. */
type NestedRefusal = Extract<Refusal, { why: 'correction-breaks' | 'breaks-history' | 'several' }>;

/** The refusals that stand by themselves. */
export type RefusalByWhy = {
  readonly [R in Exclude<Refusal, NestedRefusal> as R['why']]: R;
};
export type RefusalBook = { readonly [W in keyof RefusalByWhy]: (refusal: RefusalByWhy[W]) => Text };
