import type { Context } from '../../src/discord/command.js';
import { digestPost, type Numbered } from '../../src/discord/views/index.js';
import type { Schedule, Scope } from '../../src/domain/guild.js';
import type { State } from '../../src/domain/ultimatum.js';

/** As many as a digest shows. */
const FIRST = 10;

interface Counts {
  readonly first: readonly Numbered[];
  readonly dated: number;
  readonly undated: number;
  readonly paused: number;
  readonly passed: number;
}

async function folded(numbers: readonly number[], { store, guild }: Context): Promise<readonly Numbered[]> {
  const all = await Promise.all(
    numbers.map(async (number) => ({ number, ultimatum: await store.ultimatum(guild, number) })),
  );
  return all.flatMap(({ number, ultimatum }) =>
    ultimatum === null || ultimatum.hidden !== null ? [] : [{ number, ultimatum }],
  );
}

async function ofOne(number: number, context: Context): Promise<Counts> {
  const all = await folded([number], context);
  const only = (state: State) => all.filter(({ ultimatum }) => ultimatum.state === state);
  const [open, dated] = [only('open'), only('open').filter(({ ultimatum }) => ultimatum.inForce !== null)];
  return {
    first: dated,
    dated: dated.length,
    undated: open.length - dated.length,
    paused: only('suspended').length,
    passed: only('passed').length,
  };
}

async function ofMany(scope: Exclude<Scope, { kind: 'ultimatum' }>, context: Context): Promise<Counts> {
  const { store, guild } = context;
  const named = {
    ...(scope.kind === 'issuer' ? { issuer: scope.issuer } : {}),
    ...(scope.kind === 'tag' ? { tag: scope.tag } : {}),
  };
  const list = (state: State, more: { readonly undated?: boolean } = {}, limit = 1) =>
    store.list(guild, { ...named, ...more, states: [state], limit });
  const [dated, undated, paused, passed] = await Promise.all([
    list('open', { undated: false }, FIRST),
    list('open', { undated: true }),
    list('suspended'),
    list('passed'),
  ]);
  return {
    first: await folded(
      dated.rows.map(({ number }) => number),
      context,
    ),
    dated: dated.total,
    undated: undated.total,
    paused: paused.total,
    passed: passed.total,
  };
}

/** The text that a countdown would post now; null where nothing runs, and so nothing would be posted. */
export async function digestNow(
  { scope, zone }: Pick<Schedule, 'scope' | 'zone'>,
  context: Context,
): Promise<string | null> {
  const counts = await (scope.kind === 'ultimatum' ? ofOne(scope.number, context) : ofMany(scope, context));
  return digestPost({ on: context.now, zone, ...counts }, 'schedule', 'preview')?.content ?? null;
}
