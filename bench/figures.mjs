/** Prints the sizes of the code. With `--check` it fails where functions have grown too long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOMS = ['src', 'commands', 'migrations'];
/** Lines. The longest function outside of migrations, and the length that nine of ten functions stay within. */
const LIMITS = { longest: 60, p90: 20 };

const sourcesIn = (folders) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => read(join(folder, name))),
  );

function read(file) {
  const text = readFileSync(file, 'utf8');
  return {
    file,
    lines: text.split('\n').length,
    tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
  };
}

function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const isFunction = (node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
const isType = (node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isEnumDeclaration(node) ||
  (ts.isClassDeclaration(node) && node.name !== undefined);
const isExported = (node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Every function of a source with its length in lines. */
function functionsOf({ file, tree }) {
  const found = [];
  walk(tree, (node) => {
    if (!isFunction(node)) return;
    const line = (position) => tree.getLineAndCharacterOfPosition(position).line + 1;
    const start = line(node.getStart(tree));
    found.push({ place: `${file}:${start}`, lines: line(node.end) - start + 1 });
  });
  return found;
}

/** The value that this part (0 to 1) of the values stays within. */
function percentile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

/** Of the exported functions, how many have a docstring, in %. */
function documented(sources) {
  const exported = sources.flatMap(({ tree }) =>
    tree.statements.filter((node) => ts.isFunctionDeclaration(node) && isExported(node)),
  );
  const withText = exported.filter((node) => ts.getJSDocCommentsAndTags(node).length > 0);
  return Math.round((100 * withText.length) / exported.length);
}

function typesDeclaredTwice(sources) {
  const counts = new Map();
  for (const { tree } of sources) {
    walk(tree, (node) => {
      if (isType(node)) counts.set(node.name.text, (counts.get(node.name.text) ?? 0) + 1);
    });
  }
  return [...counts.values()].filter((count) => count > 1).length;
}

const total = (sources) => sources.reduce((sum, { lines }) => sum + lines, 0);

const sources = sourcesIn(ROOMS);
const tests = sourcesIn(['test']);
const lines = sources.map((source) => source.lines);
const functions = sources.flatMap(functionsOf);
const lengths = functions.map((each) => each.lines);
const tooLong = functions.filter(
  ({ place, lines: length }) => length > LIMITS.longest && !place.startsWith('migrations/'),
);
const p90 = percentile(lengths, 0.9);

console.log(
  [
    `files: ${sources.length}; lines: median ${percentile(lines, 0.5)}, largest ${Math.max(...lines)}, total ${total(sources)}`,
    `functions: ${lengths.length}; lines: median ${percentile(lengths, 0.5)}, P90 ${p90}, longest ${Math.max(...lengths)}`,
    `type names declared more than once: ${typesDeclaredTwice(sources)}`,
    `exported functions with a docstring: ${documented(sources)}%`,
    `lines of tests per line of source: ${(total(tests) / total(sources)).toFixed(2)}`,
  ].join('\n'),
);

if (process.argv.includes('--check')) {
  for (const { place, lines: length } of tooLong)
    console.error(`${place}: ${length} lines, at most ${LIMITS.longest}`);
  if (p90 > LIMITS.p90) console.error(`P90 of function lengths is ${p90}, at most ${LIMITS.p90}`);
  if (tooLong.length > 0 || p90 > LIMITS.p90) process.exitCode = 1;
}
