import { ultimatumId } from '../domain/ultimatum-id.js';
import { linksOf } from './statements.js';
import type { DraftContext } from './draft-context.js';

/** A record the member began and never saved. */
export interface Unfinished {
  readonly key: string;
  readonly demand: string;
}

/** "It looks like U-3": same issuer and target, still running. */
async function lookalike({ draft, context }: DraftContext): Promise<readonly string[]> {
  const { issuer, target } = draft.typed;
  if (draft.verb !== 'record' || issuer === undefined || target === undefined) return [];
  const [first = ''] = target.split(';');
  const { rows } = await context.record.list({
    issuer: await context.server.issuer(issuer),
    target: first.trim(),
    states: ['open', 'suspended', 'passed'],
    limit: 1,
    counted: false,
  });
  const [known] = rows;
  if (known === undefined) return [];
  return [
    `It looks like ${ultimatumId(known.number)}, which is still running. If this is its deadline moved, cancel and use /ultimatum move.`,
  ];
}

function sourcesNote({ draft }: DraftContext): readonly string[] {
  const links = linksOf(draft).length;
  if (draft.verb === 'outcome') {
    const given = draft.primary
      ? `${links} of the issuer or on record`
      : `${links} ${links === 1 ? 'report' : 'reports'} given`;
    return [`Needs one primary source or two reports: ${given}.`];
  }
  if (draft.verb === 'record' && links === 0) {
    return ['No source: it is saved as unsourced and left out of all figures.'];
  }
  return [];
}

/** Whole sentences under a preview. */
export async function notesOf(
  ground: DraftContext,
  headline: string,
  unfinished: Unfinished | null,
): Promise<readonly string[]> {
  const { draft, context } = ground;
  return [
    ...(draft.verb === 'outcome' ? [`Headline, computed: ${headline}.`] : []),
    ...sourcesNote(ground),
    ...(await lookalike(ground)),
    ...(context.member.curator ? [] : ['A curator will look at it before it is recorded.']),
    ...(unfinished === null ? [] : [`You have an unfinished record: "${unfinished.demand.slice(0, 80)}".`]),
  ];
}
