/** An ultimatum as the API shows it, in a list and whole. */
import type { z } from 'zod';
import type { State } from '../../../../domain/state.js';
import { standing } from '../../../../domain/standing.js';
import type { Chain, TargetOutcome, Ultimatum } from '../../../../domain/ultimatum.js';
import { ultimatumId } from '../../../../domain/ultimatum-id.js';
import { cleanLine, cleanText } from '../../../../domain/clean.js';
import type { Statement } from '../../../../domain/entry.js';
import type { About } from '../../../../wording/about.js';
import { linkTexts } from '../../../../wording/links.js';
import { plainText } from '../../../../wording/plain-text.js';
import type { ServerContext } from '../../context.js';
import { METHOD } from '../../../../domain/method.js';
import type { UltimatumModel } from '../../model/ultimatum.js';
import { pathOf } from '../../paths.js';
import type { listed, source, ultimatum } from '../schema/ultimatum.js';
import {
  actorOf,
  iso,
  linkOrNull,
  namesOf,
  readingOf,
  serverAddress,
  textOrNull,
  whenOf,
  whenOrNull,
} from './basics.js';
import { deadlineOf, headlineOf } from './deadline.js';

type WholeUltimatum = z.input<typeof ultimatum>;

/** The address of an ultimatum in the API. */
export const selfOf = (context: ServerContext, number: number): string =>
  `${serverAddress(context)}/ultimatums/${ultimatumId(number)}`;

/** What a list shows; `state` where a day was asked for, of which the record holds no entry of the clock yet. */
export function listedOf(
  context: ServerContext,
  about: About,
  state: State = about.ultimatum.state,
): z.input<typeof listed> {
  const { words, publicUrl } = context;
  const { number, ultimatum } = about;
  const { inForce, moves, slip, disputed, lastSeq, zone } = ultimatum;
  return {
    id: ultimatumId(number),
    url: `${publicUrl}${pathOf(context, number)}`,
    self: selfOf(context, number),
    state,
    headline: headlineOf(words, ultimatum.headline),
    issuers: namesOf(ultimatum.issuers),
    targets: namesOf(ultimatum.targets),
    demand: cleanText(ultimatum.demand),
    threat: textOrNull(ultimatum.threat),
    tags: namesOf(ultimatum.tags),
    zone,
    stated: whenOf(ultimatum.stated),
    recorded: iso(ultimatum.recorded),
    soonest: inForce === null ? null : deadlineOf(words, inForce, about),
    moves,
    slip,
    disputed,
    lastEntry: lastSeq,
  };
}

/** Where something was published, without where it was seen in Discord. */
export const sourceOf = ({ quote, url, outlet, grade, archive }: Statement): z.input<typeof source> => ({
  quote: textOrNull(quote),
  url: linkOrNull(url),
  outlet: outlet === null ? null : cleanLine(outlet),
  grade,
  archive: linkOrNull(archive),
});

const chainOf = ({ targets, state, demand, threat, inForce, moves, slip }: Chain) => ({
  targets: namesOf(targets),
  state,
  demand: cleanText(demand),
  threat: textOrNull(threat),
  inForce: inForce?.number ?? null,
  moves,
  slip,
});

function outcomeOf({ words }: ServerContext, recorded: TargetOutcome): WholeUltimatum['outcomes'][number] {
  const { target, entry, outcome, actor, demand, threat, paused, late } = recorded;
  const { compliance, followThrough, complied, acted, note } = outcome;
  return {
    target: cleanLine(target),
    entry,
    compliance,
    followThrough,
    complied: whenOrNull(complied),
    acted: whenOrNull(acted),
    note: textOrNull(note),
    actor: actorOf(actor),
    stated: whenOf(recorded.stated),
    recorded: iso(recorded.recorded),
    headline: headlineOf(words, recorded.headline),
    demand: cleanText(demand),
    threat: textOrNull(threat),
    paused,
    late,
  };
}

/** Links in both directions, in the order of their texts. */
function linksOf(context: ServerContext, about: About): WholeUltimatum['links'] {
  const { ultimatum, incoming = [] } = about;
  const texts = linkTexts(context.words, about).map(plainText);
  const links = [
    ...ultimatum.links.map(({ to, as }) => ({ number: to, as, incoming: false })),
    ...incoming.map(({ from, as }) => ({ number: from, as, incoming: true })),
  ];
  const described = links.map(({ number, ...link }, index) => ({
    id: ultimatumId(number),
    ...link,
    text: texts[index] ?? '',
    self: selfOf(context, number),
  }));
  const { supersededBy, headline } = ultimatum;
  if (supersededBy === null) return described;
  const { text } = headlineOf(context.words, headline);
  const self = selfOf(context, supersededBy);
  return [...described, { id: ultimatumId(supersededBy), as: 'replaced-by', incoming: false, text, self }];
}

/** What is in the log beside the deadlines and the outcomes. */
function notesOf(
  value: Ultimatum,
): Pick<WholeUltimatum, 'reversals' | 'disputes' | 'corrections' | 'sources'> {
  return {
    reversals: value.reversals.map(({ target, entry, what, extent, when, actor, stated }) => ({
      target: cleanLine(target),
      entry,
      what,
      extent,
      when: whenOf(when),
      actor: actorOf(actor),
      stated: whenOf(stated),
    })),
    disputes: value.disputes.map(({ entry, reason, closed }) => ({
      entry,
      reason: cleanText(reason),
      closed: closed === null ? null : { ...closed, reason: cleanText(closed.reason) },
    })),
    corrections: value.corrections.flatMap(({ seq, recorded, event }) =>
      event.kind === 'corrected'
        ? [{ entry: seq, corrects: event.corrects, recorded: iso(recorded), reason: cleanText(event.reason) }]
        : [],
    ),
    sources: value.statements.map(({ entry, recorded, ...statement }) => ({
      ...sourceOf(statement),
      entry,
      recorded: iso(recorded),
    })),
  };
}

/** An ultimatum that may be seen, whole. */
export function wholeOf(context: ServerContext, { about, at }: UltimatumModel): WholeUltimatum {
  const { words, publicUrl } = context;
  const { number, ultimatum } = about;
  const page = `${publicUrl}${pathOf(context, number)}`;
  return {
    ...listedOf(context, about),
    at,
    method: METHOD,
    undated: ultimatum.undated === null ? null : readingOf(words, ultimatum.undated),
    deadlines: ultimatum.versions.map((version) => deadlineOf(words, version, about)),
    inForce: standing(ultimatum, 'open').map((version) => version.number),
    chains: ultimatum.chains.map(chainOf),
    outcomes: ultimatum.outcomes.map((recorded) => outcomeOf(context, recorded)),
    links: linksOf(context, about),
    ...notesOf(ultimatum),
    related: {
      log: `${selfOf(context, number)}/log`,
      calendar: `${page}/deadlines.ics`,
      data: `${page}/data.json`,
      picture: `${page}.png`,
    },
  };
}
