/** Each type of the project has a name of its own, so that a name read anywhere means one thing. */
import ts from 'typescript';
import { expect, it } from 'vitest';
import { sourcesOf, walk } from './sources.js';

const ROOMS = ['src', 'commands', 'migrations'];

/** Where each type, interface, enum and class is declared, by name. */
function declarations(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const source of sourcesOf(...ROOMS)) {
    walk(source.tree, (node) => {
      const isType =
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node) ||
        ts.isEnumDeclaration(node) ||
        ts.isClassDeclaration(node);
      if (!isType || node.name === undefined) return;
      const { text } = node.name;
      found.set(text, [...(found.get(text) ?? []), source.file]);
    });
  }
  return found;
}

it('every type name is declared once in the project', () => {
  const twice = [...declarations()]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${name}: ${files.join(', ')}`);
  expect(twice).toEqual([]);
});
