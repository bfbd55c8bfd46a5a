/** The values on the page docs/how-a-deadline-is-read.md are what the code returns. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorAt } from '../../src/language/anchor.js';
import { isoDay, zoneNamed } from '../../src/language/calendar.js';
import { findDeadlines, readDeadline, stepsFor, type ReadingContext } from '../../src/language/index.js';
import { lexiconOf } from '../../src/language/lexicon/choose.js';
import { normalize } from '../../src/language/normalized-text.js';
import { phrasesOf } from '../../src/language/phrase-builder.js';
import { phraseTimeOf } from '../../src/language/resolve.js';
import { scan } from '../../src/language/scan.js';
import { spansOf } from '../../src/language/span.js';
import { tokensOf } from '../../src/language/tokens.js';
import { summaryOf } from './say.js';

const PAGE = new URL('../../docs/how-a-deadline-is-read.md', import.meta.url);
const BLOCK = /^```(text|json (\w+))\n([^]*?)\n```$/gm;

const page = readFileSync(PAGE, 'utf8');
const blocks = [...page.matchAll(BLOCK)];
const text = blocks.find(([, kind]) => kind === 'text')?.[3] ?? '';

const context: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'Europe/Kyiv',
  zoneFrom: 'issuer',
};

/** One verb, in what has happened, in what is to come, and in what has to be done. */
const TENSES = [
  'Talks resumed on Friday.',
  'Talks will resume on Friday.',
  'Talks must resume on Friday.',
  'The truce expired by Friday.',
  'The truce must hold by Friday.',
];

function comesTo(sentence: string): string {
  const result = readDeadline(sentence, context);
  if (result.kind === 'read') return result.reading.edtf;
  return result.kind === 'not-a-deadline' ? result.reason.kind : result.kind;
}

/** What each block of the page has to show. */
function valuesOf(words: string): Readonly<Record<string, unknown>> {
  const steps = stepsFor(words);
  const normalized = normalize(words, lexiconOf(words, undefined), steps);
  const wordsAt = ({ start, end }: { readonly start: number; readonly end: number }) =>
    normalized.words
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
  const runs = scan(normalized, steps);
  const phrases = runs.flatMap((run) => phrasesOf(run, steps));
  const [phrase] = phrases;
  const zone = zoneNamed(phrase?.zone?.zone ?? context.zone);
  if (phrase === undefined || zone === null) return {};
  const anchor = anchorAt(context.at, zone, { clock: true, order: null, back: false, steps });
  const time = phraseTimeOf(phrase, anchor);
  const result = readDeadline(words, context);
  return {
    tokens: tokensOf(words).map((token) => token.text),
    normalized: normalized.text,
    atoms: runs.map(({ atoms }) => atoms.map((atom) => `${wordsAt(atom)}: ${atom.kind}`)),
    phrases: phrases.map(({ bound, limits, days, time: at, zone: named }) => ({
      bound,
      limits,
      days: days.map(wordsAt),
      time: at === null ? null : wordsAt(at),
      zone: named?.zone ?? null,
    })),
    days: {
      today: isoDay(anchor.today),
      days:
        time?.kind === 'calendar'
          ? spansOf(time.interpretation).map(({ first, last }) => [isoDay(first), isoDay(last)])
          : [],
    },
    reading: result.kind === 'read' ? { ...result.reading, words: '…' } : result.kind,
    past: Object.fromEntries(TENSES.map((sentence) => [sentence, comesTo(sentence)])),
    candidates: findDeadlines(words, context).map(({ words: date, result: read, reasons, score }) => ({
      words: date,
      edtf: read.kind === 'read' ? read.reading.edtf : read.kind,
      reasons,
      score,
    })),
    choice: summaryOf(result, context.at),
  };
}

const values = valuesOf(text);
if (process.env['UPDATE_DOCS'] === '1') {
  const written = page.replaceAll(BLOCK, (block: string, kind: string, name?: string) =>
    name === undefined ? block : `\`\`\`${kind}\n${JSON.stringify(values[name], null, 2)}\n\`\`\``,
  );
  writeFileSync(PAGE, written);
}

describe('the page on how a deadline is read', () => {
  it('has a block for each step', () => {
    expect(blocks.flatMap(([, , name]) => name ?? [])).toEqual(Object.keys(values));
  });

  it.each(blocks.flatMap(([, , name, json = '']) => (name === undefined ? [] : [[name, json] as const])))(
    'shows the real value in block "%s"',
    (name, json) => {
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(values[name])));
    },
  );
});
