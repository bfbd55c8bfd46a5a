/**
 * What must never be written: the bot token and the tokens of interactions, anywhere; and what members typed, in the log
 * and in what the bot's own ports answer to errors. Collected while a test runs.
 */
import type { Log } from '../../src/discord/log.js';
import { createLogger } from '../../src/logging.js';

/** Shorter texts, and single words, can stand in a log for other reasons. */
const SHORTEST = 10;

/** Where Discord puts what people wrote. */
const TEXTS = new Set(['value', 'content']);

interface Planted {
  readonly tokens: Set<string>;
  readonly texts: Set<string>;
}

function collect(value: unknown, key: string, into: Planted): void {
  if (typeof value === 'string') {
    if (key === 'token') into.tokens.add(value);
    // As it is, and as it looks inside JSON.
    if (TEXTS.has(key) && value.length >= SHORTEST && value.includes(' '))
      into.texts.add(value).add(JSON.stringify(value).slice(1, -1));
  } else if (Array.isArray(value)) for (const one of value) collect(one, key, into);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) collect(one, name, into);
}

function assertNone(line: string, planted: Iterable<string>, where: string): void {
  for (const text of planted)
    if (line.includes(text)) throw new Error(`${where} holds ${JSON.stringify(text)}: ${line}`);
}

export interface PlantedLog {
  readonly log: Log;
  /** Takes note of what comes over the gateway. */
  seen(payload: unknown): void;
  /** Takes note of what the bot sends, an error as well as an answer. */
  sent(body: unknown): void;
  /** Takes note of what a port of the bot answers beside its pages: errors, health and metrics. */
  answered(body: string): void;
  /** @throws where a line of the log is not one event, or something holds what must not be in it */
  assertClean(): void;
}

/** A log of everything, as the bot writes it. */
export function plantedLog(): PlantedLog {
  const lines: string[] = [];
  const bodies: string[] = [];
  const answers: string[] = [];
  const planted: Planted = { tokens: new Set(), texts: new Set() };
  const log = createLogger({ level: 'trace', secrets: [], write: (line) => lines.push(line) });
  return {
    log,
    seen: (payload) => collect(payload, '', planted),
    sent: (body) => void bodies.push(JSON.stringify(body) ?? ''),
    answered: (body) => void answers.push(body),
    assertClean() {
      for (const line of lines) {
        if (line.indexOf('\n') !== line.length - 1) throw new Error(`Not one event a line: ${line}`);
        JSON.parse(line);
        assertNone(line, [...planted.tokens, ...planted.texts], 'The log');
      }
      for (const answer of answers)
        assertNone(answer, [...planted.tokens, ...planted.texts], 'What a port answers');
      for (const body of bodies) assertNone(body, planted.tokens, 'A request');
    },
  };
}
