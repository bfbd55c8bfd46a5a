/** How long the picture of a timeline takes: drawn anew, and kept; beside the renderer alone on the same drawing. */
import { Resvg } from '@resvg/resvg-js';
import { decide } from '../dist/src/domain/decide/index.js';
import { fold } from '../dist/src/domain/fold.js';
import { loadFonts } from '../dist/src/picture/fonts.js';
import { Pictures } from '../dist/src/picture/pictures.js';
import { english } from '../dist/src/wording/index.js';
import { used } from './processor.mjs';
import { ms, percentiles, row } from './table.mjs';

const DAY = 86_400_000;
const START = Date.parse('2025-07-14T15:00:00Z');
const ZONE = 'America/New_York';

function deadline(days) {
  const earliest = Date.parse('2025-09-02T04:00:00Z') + days * DAY;
  const date = new Date(earliest).toISOString().slice(0, 10);
  const read = { words: date, edtf: date, zone: ZONE, zoneFrom: 'issuer', precision: 'day', bound: 'by' };
  return { ...read, earliest, latest: earliest + DAY, orSooner: false, openBeginning: false, assumed: [] };
}

/** An ultimatum that was moved three times. */
function moved() {
  const source = { url: 'https://www.example.com/a', outlet: null, quote: null, grade: 'secondary' };
  const statements = [{ ...source, archive: null, seenIn: null }];
  const at = (days) => ({ start: START + days * DAY, end: START + days * DAY });
  const terms = {
    issuers: ['Donald Trump'],
    targets: ['Russia'],
    demand: 'agree to a ceasefire',
    threat: 'tariffs',
  };
  const record = { verb: 'record', ...terms, zone: ZONE, tags: [], deadline: deadline(0) };
  const moves = [-24, 5, 9].map((days) => ({ verb: 'move', deadline: deadline(days) }));
  return [record, ...moves].reduce((entries, command, days) => {
    const request = { now: START + days * DAY, by: 'bench' };
    const decided = decide(entries, { ...command, statements, stated: at(days) }, request);
    return [
      ...entries,
      ...decided.value.map((entry, index) => ({ ...entry, seq: entries.length + index + 1 })),
    ];
  }, []);
}

/** How long it took, and the time of the processor, ms. */
async function timed(work) {
  const [start, before] = [performance.now(), used()];
  await work();
  return { took: performance.now() - start, spent: used() - before };
}

export async function timelines({ quick }) {
  const rounds = quick ? 20 : 100;
  const pictures = new Pictures({ font: null, log: console });
  const ultimatum = fold(moved());
  const about = (number) => ({ number, ultimatum, people: new Map(), now: START + 10 * DAY });
  const subject = (number) => ({ words: english, about: about(number), server: null });
  const first = await timed(() => pictures.png(subject(1)));
  const [cold, warm, alone] = [[], [], []];
  const font = { fontFiles: [...loadFonts(null).files], loadSystemFonts: false };
  for (let number = 2; number < rounds + 2; number += 1) {
    cold.push(await timed(() => pictures.png(subject(number))));
    warm.push(await timed(() => pictures.png(subject(number))));
    const svg = pictures.svg(subject(number));
    alone.push(await timed(() => new Resvg(svg, { font }).render().asPng()));
  }
  await pictures.close();
  const [anew, kept, bare] = [cold, warm, alone].map((samples) => ({
    took: percentiles(samples.map(({ took }) => took)).p50,
    spent: percentiles(samples.map(({ spent }) => spent)).p50,
  }));
  const beside = `of the processor, ${ms(anew.took)} in all; resvg alone ${ms(bare.spent)}, ${ms(bare.took)} in all; the very first, with its thread, ${ms(first.took)} in all`;
  row('a picture of a timeline, drawn anew', ms(anew.spent), beside, '≤ 60 ms', anew.spent <= 60);
  row('the same, kept', ms(kept.took), 'the same picture', '≤ 1 ms', kept.took <= 1);
}
