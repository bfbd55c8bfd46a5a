/** The shape of every language's refusals: a refusal without a text does not compile. */
import type { Refusal } from '../domain/refusal.js';
import type { Text } from './parts.js';

/** The refusals that stand by themselves; that a correction breaks the log is said with the rule it breaks. */
type Plain = Exclude<Refusal, { why: 'correction-breaks' }>;

export type RefusalByWhy = { readonly [R in Plain as R['why']]: R };
export type RefusalBook = { readonly [W in keyof RefusalByWhy]: (refusal: RefusalByWhy[W]) => Text };
