/** What is wrong with the beat, for the operator, in English. */
import { DateTime } from 'luxon';
import type { BeatProblem } from '../../domain/beat-problem.js';
import { said, type Text } from '../parts.js';
import { sentenceOf, type Sentences } from '../sentences.js';
import { t, textOf } from '../text.js';
import { plural } from './plural.js';
import { wallMs, type WallInstant } from '../../domain/instant.js';

const iso = (instant: WallInstant): Text =>
  textOf(DateTime.fromMillis(wallMs(instant), { zone: 'utc' }).toISO() ?? '');

const PROBLEMS: Sentences<BeatProblem> = {
  'part-failed': ({ part, times, since, reason }) => {
    const often = plural(times, { one: t`once`, other: t`${times} times in a row` });
    return t`The stage "${textOf(part)}" of the beat has failed ${often} since ${iso(since)}: ${said(reason)}`;
  },
  hangs: ({ since }) => t`The beat that began at ${iso(since)} has not ended.`,
  'timer-failed': ({ at, reason }) => t`The timer of the beat failed at ${iso(at)}: ${said(reason)}`,
};

export const beat = {
  problem: (problem: BeatProblem): Text => sentenceOf(PROBLEMS, problem.kind, problem),
};
