/** Finds sentences that a person could read among the literals of a source: words for people stand in `src/wording` only. */
import ts from 'typescript';
import { lineOf, walk, type Source } from './sources.js';

/** Two words of letters with a space between them. */
const SENTENCE = /\p{L}{2,}[,.:;]? \p{L}{2,}/u;

/** A keyword that SQL begins with, an operator of it or a table with an alias, outside of a tagged template. */
const SQL =
  /^\s*(?:create|select|insert|update|delete|drop|alter|pragma|begin|vacuum|lock|set|where|raise)\b|^(?:is not|not in|\w+ as \w+)$/i;

/** Calls whose texts are read by whoever hosts the bot, in the log. */
const LOGGING = /(?:^|\.)(?:log|logger)\.(?:trace|debug|info|warn|error|fatal)$/;

/** Errors a programmer reads; `StartError` is read by the operator and takes its words from the catalogue. */
const isProgrammerError = (node: ts.NewExpression, tree: ts.SourceFile) =>
  /^(?:\w*Error)$/.test(node.expression.getText(tree)) && node.expression.getText(tree) !== 'StartError';

/** Whether what stands around a literal says that no person of a server reads it. */
function isForProgrammers(node: ts.Node, tree: ts.SourceFile): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at) || ts.isTypeNode(at)) return true;
    if (ts.isTaggedTemplateExpression(at) && /^sql\b/.test(at.tag.getText(tree))) return true;
    if (ts.isCallExpression(at) && LOGGING.test(at.expression.getText(tree))) return true;
    if (ts.isNewExpression(at) && isProgrammerError(at, tree)) return true;
    // The message of an error class of one's own.
    if (ts.isCallExpression(at) && at.expression.kind === ts.SyntaxKind.SuperKeyword) return true;
  }
  return false;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  }
  return null;
}

/** The sentences of a source, each as `file:line: text`. */
export function sentencesOf(source: Source): readonly string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    const text = textOf(node);
    if (text === null || !SENTENCE.test(text) || SQL.test(text) || isForProgrammers(node, source.tree))
      return;
    found.push(`${source.file}:${lineOf(source, node)}: ${text}`);
  });
  return found;
}
