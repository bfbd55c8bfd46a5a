/** The shape of every language's refusals: a refusal without a text does not compile. */
import type { Refusal } from '../domain/refusal.js';
import type { Text } from './parts.js';

/** The refusals that stand by themselves; `correction-breaks` is said together with the rule that is broken. */
export type RefusalByWhy = {
  readonly [R in Exclude<Refusal, { why: 'correction-breaks' }> as R['why']]: R;
};
export type RefusalBook = { readonly [W in keyof RefusalByWhy]: (refusal: RefusalByWhy[W]) => Text };
