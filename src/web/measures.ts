/** What the process measures while it works, for Prometheus. */
import { Counter, Histogram, type Metric } from 'prom-client';

/** Where the bot reports what it measures. Lengths of time in ms. */
export interface Measures {
  /** A post was made so long after it was due. */
  posted(late: number): void;
  /** A post failed, was skipped or is tried again; `code` says why. */
  failed(code: string): void;
  /** An interaction got its first answer so long after it arrived. */
  answered(ms: number): void;
  /** Discord answered a request with this HTTP status. */
  discord(status: number): void;
  /** A method of the store took so long. */
  stored(method: string, ms: number): void;
  /** A page was served. */
  served(ms: number): void;
}

/** The same as metrics that a registry takes. */
export interface MeasuresInRegistry extends Measures {
  readonly metrics: readonly Metric[];
}

const SECOND_MS = 1000;

const histogram = <Label extends string>(
  name: string,
  help: string,
  buckets: number[],
  labelNames: Label[] = [],
) => new Histogram({ name, help, buckets, labelNames, registers: [] });

const counter = <Label extends string>(name: string, help: string, label: Label) =>
  new Counter({ name, help, labelNames: [label], registers: [] });

/** Measures of one process, all at zero. */
export function createMeasures(): MeasuresInRegistry {
  const lateness = histogram(
    'ultimatum_lateness_seconds',
    'How long after it was due a post was made.',
    [1, 2, 5, 10, 30, 60, 300, 600, 3600, 21_600],
  );
  const failures = counter(
    'ultimatum_post_failures_total',
    'Attempts to post that failed, were skipped or are made again, by code.',
    'code',
  );
  const first = histogram(
    'ultimatum_first_answer_seconds',
    'From the arrival of an interaction to its first answer; Discord gives up after 3.',
    [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3],
  );
  const answers = counter('ultimatum_discord_answers_total', 'Answers of Discord by HTTP status.', 'status');
  const store = histogram(
    'ultimatum_store_seconds',
    'How long a method of the store takes.',
    [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    ['method'],
  );
  const pages = histogram(
    'ultimatum_page_seconds',
    'How long a public page takes until it is sent.',
    [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2],
  );
  return {
    metrics: [lateness, failures, first, answers, store, pages],
    posted: (late) => lateness.observe(late / SECOND_MS),
    failed: (code) => failures.inc({ code }),
    answered: (ms) => first.observe(ms / SECOND_MS),
    discord: (status) => answers.inc({ status }),
    stored: (method, ms) => store.observe({ method }, ms / SECOND_MS),
    served: (ms) => pages.observe(ms / SECOND_MS),
  };
}
