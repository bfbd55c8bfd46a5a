/** Finds what makes a module impure: a clock, randomness, the environment, the network, a timer, or state of its own. */
import ts from 'typescript';

/** Globals that read the clock, randomness, the environment or the network, or that wait. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'process',
  'global',
  'globalThis',
  'window',
  'self',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'eval',
  'Function',
]);

/** Of these globals only the members that read nothing may be used. */
const ONLY: ReadonlyMap<string, (member: string) => boolean> = new Map([
  ['Date', (member: string) => member === 'UTC' || member === 'parse'],
  ['Math', (member: string) => member !== 'random'],
  // The settings of luxon hold its clock and its default zone.
  ['Settings', () => false],
]);

/** Methods of luxon that compare with the present. */
const OF_THE_PRESENT: ReadonlySet<string> = new Set(['diffNow', 'toRelative', 'toRelativeCalendar']);

/** Whether a name stands for a value: it is no member of something else, no key and no type. */
function isValue(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.propertyName !== name;
  const isNamed =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent);
  return !(isNamed && parent.name === name);
}

function faultOfName(name: ts.Identifier): string | null {
  if (!isValue(name)) return null;
  const { text, parent } = name;
  if (FORBIDDEN.has(text)) return text;
  const allowed = ONLY.get(text);
  if (allowed === undefined || ts.isImportSpecifier(parent)) return null;
  if (ts.isPropertyAccessExpression(parent)) {
    return allowed(parent.name.text) ? null : `${text}.${parent.name.text}`;
  }
  if (!ts.isNewExpression(parent)) return text;
  // Without an argument it is now, with several it is in the zone of the machine.
  const given = parent.arguments?.length ?? 0;
  return given === 1 ? null : `new ${text} with ${given} arguments`;
}

/** `DateTime.now`; `DateTime.local` and `DateTime.utc` where no year is given. */
function faultOfMember(access: ts.PropertyAccessExpression): string | null {
  const member = access.name.text;
  if (OF_THE_PRESENT.has(member)) return member;
  if (!ts.isIdentifier(access.expression) || access.expression.text !== 'DateTime') return null;
  if (member === 'now') return 'DateTime.now';
  if (member !== 'local' && member !== 'utc') return null;
  const call =
    ts.isCallExpression(access.parent) && access.parent.expression === access ? access.parent : null;
  const year = call?.arguments[0];
  return year === undefined || ts.isObjectLiteralExpression(year)
    ? `DateTime.${member} without a year`
    : null;
}

/** What begins empty at the top of a module can only be there to be filled later. */
function isEmptyStore(value: ts.Expression | undefined): boolean {
  if (value === undefined) return false;
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  return ts.isNewExpression(value) && (value.arguments ?? []).length === 0;
}

/** State that a module would keep between calls. */
function faultOfState(statement: ts.VariableStatement): string | null {
  if (!ts.isSourceFile(statement.parent)) return null;
  const { flags, declarations } = statement.declarationList;
  if ((flags & ts.NodeFlags.Const) === 0) return 'a variable of the module';
  const kept = declarations.find(({ type, initializer }) => type === undefined && isEmptyStore(initializer));
  return kept === undefined ? null : `${kept.name.getText()} is filled later`;
}

function faultOf(node: ts.Node): string | null {
  if (ts.isVariableStatement(node)) return faultOfState(node);
  if (ts.isIdentifier(node)) return faultOfName(node);
  if (ts.isPropertyAccessExpression(node)) return faultOfMember(node);
  return null;
}

/** What in a source reads the clock, randomness or the environment, as `line: what`. It looks at the syntax alone. */
export function impurities(source: string): readonly string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const fault = faultOf(node);
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    if (fault !== null) found.push(`${line + 1}: ${fault}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
