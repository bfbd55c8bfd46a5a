import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

/** What was measured in this run, beside what, and whether the mark was reached. */
const rows = [];
const [busy] = loadavg();

export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const times = (value) => `${value.toFixed(2)} ×`;

export function row(what, value, beside, mark, held) {
  const said = held === null ? 'not measured' : held ? 'yes' : 'MISSED';
  rows.push({ what, value, beside, mark, held: said });
  console.log(`${what}: ${value}; ${beside}; ${mark}: ${said}`);
}

/** A row for what could not be measured on this machine, with the reason. */
export const skipped = (what, why, mark) => row(what, '–', why, mark, null);

export function percentiles(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { p50: at(0.5), p99: at(0.99) };
}

const COLUMNS = ['what', 'value', 'beside', 'mark', 'held'];
const HEADS = ['what', 'measured', 'beside, in the same run', 'mark', 'held'];

/** Below this line stands what other commands measured; it is kept. */
const OTHERS = '\n## Measured by other commands\n';

function othersIn(file) {
  const text = readFileSync(file, 'utf8');
  return text.includes(OTHERS) ? text.slice(text.indexOf(OTHERS)) : '';
}

/** Prints the table, and writes it down where the run was a whole one. */
export function report(file) {
  console.table(rows);
  if (file === null) return;
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(HEADS),
    line(HEADS.map(() => '---')),
    ...rows.map((one) => line(COLUMNS.map((column) => one[column].replaceAll('|', '\\|')))),
  ];
  const text = `# How fast it is

\`npm run bench\` wrote this. Each figure stands beside a peer, or beside ourselves with less to do, in one run on one
machine: absolute figures move with the machine, the ratios are what is promised. The peers are dependencies of \`bench/\`
alone. A mark that was missed says so. ${availableParallelism()} cores, Node.js ${process.version}, a load of ${busy.toFixed(1)} when it began.

${table.join('\n')}
${othersIn(file)}`;
  writeFileSync(file, text);
}
