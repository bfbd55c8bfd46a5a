/** How fast deadlines in words are read, beside chrono-node alone, on the examples of the page on deadlines. */
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';
import { findDeadlines, MAX_POST_LENGTH, readDeadline } from '../dist/src/language/index.js';
import { ms, row, times } from './table.mjs';

const PAGE = readFileSync(new URL('../docs/deadlines.md', import.meta.url), 'utf8');
const PHRASES = [...PAGE.matchAll(/^\| ([^|]+?) \| (?!reading|---)/gm)].map(([, words]) => words);
const AT = Date.parse('2025-08-06T22:00:00Z');
const SAYING = { at: AT, clock: true, zone: 'America/New_York', zoneFrom: 'issuer' };

const ours = (text) => readDeadline(text, SAYING);
const inPost = (text) => findDeadlines(text, SAYING);
const theirs = (text) => chrono.parse(text, { instant: new Date(AT), timezone: -240 }, { forwardDate: true });

function rate(read, rounds) {
  for (const text of PHRASES) read(text);
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const text of PHRASES) read(text);
  return (PHRASES.length * rounds * 1000) / (performance.now() - start);
}

function once(read, text) {
  read(text);
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

export function readings({ quick }) {
  const rounds = quick ? 20 : 200;
  const [mine, other] = [rate(ours, rounds), rate(theirs, rounds)];
  const beside = `chrono-node alone, which reads ${times(other / mine)} as many`;
  row('deadlines read in a second', mine.toFixed(0), beside, '≥ 5,000', mine >= 5000);
  const long = PHRASES.join('. ').repeat(10).slice(0, MAX_POST_LENGTH);
  const [took, took2] = [once(inPost, long), once(theirs, long)];
  row('a post of 4,000 characters', ms(took), `chrono-node alone ${ms(took2)}`, '≤ 50 ms', took <= 50);
}
