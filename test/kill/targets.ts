import type { Target } from './orders.js';

const NONCE = /^[\w-]{22}$/;

const isRow = ({ subject }: Target) => NONCE.test(subject);

/** Rows are killed one after the other, whatever the order in which channels had their turn. */
function rowByRow(passed: readonly Target[]): readonly Target[] {
  const first = new Map<string, number>();
  passed.forEach((one, index) => {
    if (isRow(one) && !first.has(one.subject)) first.set(one.subject, index);
  });
  const place = (one: Target, index: number) => first.get(one.subject) ?? index;
  return passed
    .map((one, index) => ({ one, index, place: place(one, index) }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ one }) => one);
}

function once(passed: readonly Target[]): readonly Target[] {
  const seen = new Set<string>();
  return passed.filter(({ point, subject }) => {
    const key = `${point} ${subject}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The kills that follow from one point: what the next victims do because of it is killed as well. */
function after({ point, subject }: Target, late: boolean): readonly Target[] {
  const at = (name: string, of = subject): Target => ({ point: name, subject: of });
  const readingBack = late ? [at('read back: before'), at('read back: after')] : [];
  if (point === 'claim: after') return [at(point), at('release: before', ''), at('release: after', '')];
  if (point === 'send: before') return [at(point), ...readingBack, at('send: stored'), ...readingBack];
  // Found by its marker, it is not sent again.
  if (point.startsWith('send: ')) return late ? [] : [at(point)];
  if (point === 'edit: before') return [at(point), at('edit: stored')];
  const [, handedOn, when] = /^(publish|\w+ event): (\w+)$/.exec(point) ?? [];
  // Once it is done, an attempt more finds it, or is told that there is nothing to do.
  if (handedOn !== undefined) return when === 'before' ? [at(point), at(`${handedOn}: stored`)] : [];
  if (point.includes(': planning ')) return planning(at(point));
  return [at(point)];
}

/**
 * Planning that is killed once is gone on with at each start: killed with nothing planned, then before the commit of the
 * first ultimatums, between them and the next, before the commit of those, before it is noted that all are planned, and
 * after. It is one chain of kills, and the points after the first are left to it.
 */
function planning(first: Target): readonly Target[] {
  if (!first.point.endsWith(' 1')) return [];
  const begun = ['planning 2', 'planning 3', 'planning 2', 'planning 4', 'after'];
  return [first, ...begun.map((name) => ({ point: `continue: ${name}`, subject: '' }))];
}

/**
 * Where to kill in one step, in order, from what an unharmed process passes in it. `late`: each victim finds that
 * Discord has forgotten the nonces of the last one. Each group can be left out without making another unreachable.
 */
export function targetsOf(passed: readonly Target[], late: boolean): readonly (readonly Target[])[] {
  const groups: { readonly row: string | null; readonly targets: Target[] }[] = [];
  for (const one of rowByRow(once(passed))) {
    const last = groups.at(-1);
    const row = isRow(one) ? one.subject : null;
    if (row !== null && last?.row === row) last.targets.push(...after(one, late));
    else groups.push({ row, targets: [...after(one, late)] });
  }
  return groups.map(({ targets }) => targets);
}

const GOLDEN = 0.618_033_988_749_895;

/** What is being done where a group begins; the planning after a setup is work of its own. */
const workOf = ([first]: readonly Target[]) =>
  first?.point.replace(/: (before|after|stored|statement \d+)$/, '') ?? '';

/** Of many groups so many that they hold `count` targets together, of each kind of work at first one, then spread evenly. */
export function spread(groups: readonly (readonly Target[])[], count: number): ReadonlySet<Target> {
  const chosen = new Set<Target>();
  const works = new Set<string>();
  const order = groups
    .map((group, index) => ({ group, place: ((index + 1) * GOLDEN) % 1 }))
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group);
  const firsts = order.filter((group) => !works.has(workOf(group)) && works.add(workOf(group)));
  for (const group of [...firsts, ...order]) {
    if (chosen.size >= count) break;
    for (const target of group) chosen.add(target);
  }
  return chosen;
}
