/** What a list was narrowed to, as the flow of its buttons keeps it. */
import { z } from 'zod';
import { LIST_STATES } from '../domain/list-state.js';

const schema = z.object({
  state: z.enum(LIST_STATES),
  text: z.string().nullable(),
  issuer: z.string().nullable(),
  target: z.string().nullable(),
  tag: z.string().nullable(),
});

export type SearchFilter = Readonly<z.infer<typeof schema>>;

/** The filter that was kept; null where it can't be read, as after an update. */
export function parseSearchFilter(state: unknown): SearchFilter | null {
  return schema.safeParse(state).data ?? null;
}
