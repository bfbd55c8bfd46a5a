/** Finds code that takes a drawn text apart: what a sentence says is known from the facts it was made of. */
import ts from 'typescript';
import { lineOf, walk, type Source } from './sources.js';

const METHODS: ReadonlySet<string> = new Set([
  'split',
  'startsWith',
  'endsWith',
  'includes',
  'indexOf',
  'replace',
  'replaceAll',
  'match',
  'matchAll',
  'search',
]);

/** Markup of Discord, an arrow between two texts, or a capitalised English word. */
const DRAWN = /\*\*|-# |→|(?<![\w\\[<{])[A-Z][a-z]{2,}/;

/** The pattern a text is searched for; null where the node searches nothing. */
function patternOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  if ((name.text === 'test' || name.text === 'exec') && ts.isRegularExpressionLiteral(expression)) {
    return expression.text;
  }
  const [pattern] = node.arguments;
  if (!METHODS.has(name.text) || pattern === undefined) return null;
  return ts.isStringLiteralLike(pattern) || ts.isRegularExpressionLiteral(pattern) ? pattern.text : null;
}

/** Searches for parts of drawn texts in a source, each as `file:line: pattern`. */
export function parsedTexts(source: Source): readonly string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    const pattern = patternOf(node);
    if (pattern === null || !DRAWN.test(pattern)) return;
    found.push(`${source.file}:${lineOf(source, node)}: ${pattern}`);
  });
  return found;
}
