import { describe, expect, it } from 'vitest';
import { parseScope, scopeName } from '../../../commands/countdown/scope.js';
import type { Scope } from '../../../src/domain/guild.js';

describe('what a countdown lists', () => {
  const scopes: readonly Scope[] = [
    { kind: 'all' },
    { kind: 'issuer', issuer: 'Donald Trump' },
    { kind: 'issuer', issuer: 'Everyone: a party' },
    { kind: 'tag', tag: 'tariffs' },
    { kind: 'ultimatum', number: 12 },
  ];

  it.each(scopes)('its visible text leads back to it: $kind', (scope) => {
    expect(parseScope(scopeName(scope))).toEqual(scope);
  });

  it.each([
    [undefined, { kind: 'all' }],
    ['  ', { kind: 'all' }],
    ['ALL', { kind: 'all' }],
    ['U-12 Donald Trump to Russia', { kind: 'ultimatum', number: 12 }],
    ['u12', { kind: 'ultimatum', number: 12 }],
    ['12', { kind: 'ultimatum', number: 12 }],
    ['issuer:Hamas', { kind: 'issuer', issuer: 'Hamas' }],
    ['Donald Trump', { kind: 'issuer', issuer: 'Donald Trump' }],
    ['57th Street Tenants', { kind: 'issuer', issuer: '57th Street Tenants' }],
    ['tag:', null],
  ])('%s', (typed, scope) => {
    expect(parseScope(typed)).toEqual(scope);
  });
});
