/** The page of an ultimatum: what stands above its table of deadlines. */
import type { Ultimatum } from '../../domain/ultimatum.js';
import { issuersText, partiesText, yearOf, type About } from '../about.js';
import {
  dateAndPlace,
  dayAndYear,
  deadlineText,
  longDay,
  onDay,
  relative,
  shiftText,
  shownEnd,
  whenText,
} from '../dates.js';
import { headlineText } from '../headline.js';
import type { Words } from '../index.js';
import { linkTexts } from '../links.js';
import { joinTexts, strong, type Text } from '../parts.js';
import type { AsOf } from '../show.js';
import { subject } from '../subject.js';
import { capitalized } from '../text.js';
import { typed } from '../typed.js';
import { MOST_IN_HEADING, PAGE } from './budget.js';

/** `Donald Trump to Russia`; of more than three targets how many they are. */
export function pageTitle(words: Words, { issuers, targets }: Pick<Ultimatum, 'issuers' | 'targets'>): Text {
  if (targets.length <= MOST_IN_HEADING) return partiesText(words, { issuers, targets }, PAGE);
  const count = words.pages.ultimatum.targets(targets.length);
  return words.names.parties(issuersText(words, issuers, PAGE), count);
}

/** `U-12 · stated 14 Jul 2025 · outcome recorded 9 Aug 2025`. */
export function kickerText(words: Words, { number, ultimatum }: About): Text {
  const { zone, stated, recorded, outcomes } = ultimatum;
  const { pages } = words;
  const day = (instant: number) => dayAndYear(words, instant, zone);
  const last = outcomes.at(-1);
  return joinTexts(
    [
      [strong(subject(number))],
      pages.ultimatum.stated(whenText(words, stated, zone, null)),
      last === undefined
        ? pages.ultimatum.recorded(day(recorded))
        : pages.ultimatum.outcomeRecorded(day(last.recorded)),
    ],
    pages.ultimatum.between,
  );
}

/** That it is shown as it was known then, and where this server's record differed from what the world knew. */
export function asOfTexts(words: Words, { ultimatum }: About, asOf: AsOf): readonly Text[] {
  const { asOf: known, recordedThen } = words.pages.ultimatum;
  const heading = known(longDay(words, asOf.instant, ultimatum.zone));
  if (asOf.recorded === null) return [heading, recordedThen(words.screens.show.nothingYet)];
  const then = stateText(words, asOf.recorded);
  const same = JSON.stringify(then) === JSON.stringify(stateText(words, ultimatum));
  return same ? [heading] : [heading, recordedThen(then)];
}

function stateText(words: Words, { versions, headline }: Ultimatum): Text {
  const last = versions.at(-1);
  const text = headlineText(words, headline);
  return last === undefined ? text : words.screens.show.state(dateAndPlace(words, last.reading).date, text);
}

/** What is true of it now: until when it runs, or its headline. */
export function verdictText(words: Words, { ultimatum, now }: About): Text {
  const { inForce, state, headline, chains } = ultimatum;
  if (state !== 'open' || inForce === null || chains.length > 1) return headlineText(words, headline);
  const { reading } = inForce;
  return words.pages.ultimatum.running(deadlineText(words, reading), relative(words, shownEnd(reading), now));
}

/** A line of a list of facts. */
export interface Fact {
  readonly label: Text;
  readonly text: Text;
  readonly note?: Text;
}

const compact = <T>(facts: readonly (T | null)[]): readonly T[] => facts.filter((fact) => fact !== null);

/** Demand, threat, tags; the threat between quotation marks only where it was typed so. */
export function termFacts(words: Words, { ultimatum }: About): readonly Fact[] {
  const { terms } = words.pages.ultimatum;
  const { demand, threat, withdrawn, zone } = ultimatum;
  return compact([
    { label: terms.demand, text: capitalized([typed(demand, PAGE.text)]) },
    { label: terms.threat, text: threat === null ? terms.noThreat : capitalized([typed(threat, PAGE.text)]) },
    withdrawn === null
      ? null
      : { label: terms.withdrawn, text: capitalized(onDay(words, withdrawn, zone, yearOf(ultimatum))) },
  ]);
}

function slipText(words: Words, slip: number): Text {
  return slip === 0 ? words.pages.ultimatum.facts.slipNone : shiftText(words, slip);
}

/** First and last deadline, slip and moves. */
export function deadlineFacts(words: Words, { ultimatum, now }: About): readonly Fact[] {
  const { facts } = words.pages.ultimatum;
  const { versions, slip, moves, undated, inForce } = ultimatum;
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined || last === undefined)
    return [{ label: facts.deadline, text: undated === null ? facts.none : words.pages.ultimatum.noDate }];
  const date = (version: typeof first) => dateAndPlace(words, version.reading).date;
  const away = [relative(words, shownEnd((inForce ?? last).reading), now)];
  const narrowed = versions.filter(({ revision }) => revision === 'clarified').length;
  const newest = { text: date(inForce ?? last), note: away };
  if (versions.length === 1) return [{ label: facts.deadline, ...newest }];
  return compact([
    { label: facts.first, text: date(first) },
    { label: facts.last, ...newest },
    slip === null ? null : { label: facts.slip, text: slipText(words, slip) },
    {
      label: facts.moves,
      text: moves === 0 ? facts.notMoved : [{ kind: 'text', text: String(moves) }],
      ...(narrowed === 0 ? {} : { note: facts.exact(narrowed) }),
    },
  ]);
}

/** How it belongs to others, and others to it, each with the number that it leads to. */
export function linkFacts(
  words: Words,
  about: Pick<About, 'ultimatum' | 'incoming'>,
): readonly { readonly to: number; readonly text: Text }[] {
  const { ultimatum, incoming = [] } = about;
  const numbers = [...ultimatum.links.map(({ to }) => to), ...incoming.map(({ from }) => from)];
  return linkTexts(words, about).flatMap((text, index) => {
    const to = numbers[index];
    return to === undefined ? [] : [{ to, text }];
  });
}

/** What a search engine or a preview says of it. */
export function descriptionText(words: Words, { ultimatum }: About): Text {
  const { demand, headline } = ultimatum;
  return words.pages.ultimatum.description([typed(demand, 200)], headlineText(words, headline));
}
