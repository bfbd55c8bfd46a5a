/** The sentences under a preview: the headline of an outcome, missing sources, a record that looks the same. */
import { isDeepStrictEqual } from 'node:util';
import type { Headline } from '../domain/headline.js';
import { shownHost } from '../domain/links.js';
import { reportsIn } from '../domain/reports.js';
import { headlineText } from '../wording/headline.js';
import type { Text } from '../wording/parts.js';
import { typed } from '../wording/typed.js';
import type { DraftContext } from './draft-context.js';
import { namesIn } from './names.js';
import { saidEarlierNote } from './said-in-post.js';
import { likelyRecords, statementsOf } from './statements.js';

/** A record the member began and never saved. */
export interface Unfinished {
  readonly key: string;
  readonly demand: string;
}

/** Code points of a demand that is quoted in a note. */
const MAX_DEMAND = 80;
/** Code points of a host. */
const MAX_HOST = 80;

/** A running ultimatum of the same issuer and the same first target, for a new record. */
async function lookalikeNote({ draft, context }: DraftContext): Promise<Text | null> {
  const { issuer, target } = draft.typed;
  const [firstTarget] = namesIn(target);
  if (draft.verb !== 'record' || issuer === undefined || firstTarget === undefined) return null;
  const { rows } = await context.record.list({
    issuer: await context.server.issuer(issuer),
    target: firstTarget,
    states: ['open', 'suspended', 'passed'],
    limit: 1,
    counting: 'none',
  });
  const [lookalike] = rows;
  return lookalike === undefined ? null : context.words.drafts.notes.lookalike(lookalike.number);
}

/** How many sources an outcome has and needs, or that a new record has none. */
function sourcesNote({ draft, context }: DraftContext): Text | null {
  const { notes } = context.words.drafts;
  const statements = statementsOf(draft);
  if (draft.verb === 'outcome') {
    const { records, outlets } = reportsIn(statements);
    return notes.outcomeSources(records > 0 ? notes.records(records) : notes.reports(outlets));
  }
  const linked = statements.some(({ url }) => url !== null);
  return draft.verb === 'record' && !linked ? notes.unsourced : null;
}

/** Links that may be the issuer's own words or a record, by the kind of their host. */
function likelyRecordNotes({ draft, context }: DraftContext): readonly Text[] {
  const { drafts, lists } = context.words;
  const likely = likelyRecords(draft);
  return (['official', 'own-words'] as const).flatMap((kind) => {
    const links = likely.filter((link) => link.kind === kind).map(({ link }) => shownHost(link) ?? link);
    const hosts = [...new Set(links)].map((host): Text => [typed(host, MAX_HOST)]);
    if (hosts.length === 0) return [];
    const say = kind === 'official' ? drafts.notes.officialPage : drafts.notes.ownWords;
    return [say(lists.and(hosts))];
  });
}

/** What the headline becomes by a correction, beside what it is now; null where a corrected field leaves it as it is. */
function correctionNote({ draft, ultimatum, context }: DraftContext, headline: Headline): Text | null {
  if (draft.verb !== 'correct' || ultimatum === null) return null;
  const { notes } = context.words.drafts;
  const [now, after] = [
    headlineText(context.words, ultimatum.headline),
    headlineText(context.words, headline),
  ];
  const same = isDeepStrictEqual(ultimatum.headline, headline);
  if (draft.typed.remove !== 'true') return same ? null : notes.corrected(after, now);
  return same ? notes.stillWithout(after) : notes.without(after, now);
}

/** Whole sentences under a preview. `headline` is that of the ultimatum once the draft is saved. */
export async function notesOf(
  draftContext: DraftContext,
  headline: Headline,
  unfinished: Unfinished | null,
): Promise<readonly Text[]> {
  const { draft, context } = draftContext;
  const { notes } = context.words.drafts;
  return [
    draft.verb === 'outcome' ? notes.headline(headlineText(context.words, headline)) : null,
    correctionNote(draftContext, headline),
    sourcesNote(draftContext),
    ...likelyRecordNotes(draftContext),
    saidEarlierNote(draftContext),
    await lookalikeNote(draftContext),
    unfinished === null ? null : notes.unfinished(typed(unfinished.demand, MAX_DEMAND)),
  ].filter((note) => note !== null);
}
