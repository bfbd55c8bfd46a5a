import { describe, expect, it } from 'vitest';
import { handlers } from '../../../commands/index.js';
import { english } from '../../../src/wording/index.js';

const names = handlers.map((handler) =>
  handler.kind === 'slash'
    ? `/${handler.path.join(' ')}`
    : `${handler.kind} ${handler.kind === 'menu' ? handler.name(english) : handler.name}`,
);

describe('every front handler', () => {
  it('is registered once', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['details', 'update', 'outcome', 'dispute', 'all', 'review', 'log', 'post', 'list'])(
    'the button %s under a post is answered',
    (name) => {
      expect(names).toContain(`button ${name}`);
    },
  );

  it('a command that changes the server is registered for its managers only', () => {
    const slash = handlers.filter((handler) => handler.kind === 'slash');
    const managed = slash.filter(({ manager }) => manager === true).map(({ path }) => path[0]);
    const of = ['board', 'countdown', 'data', 'milestones', 'settings', 'setup'];
    expect([...new Set(managed)].toSorted()).toEqual(of);
    const open = slash.filter(({ manager }) => manager !== true).map(({ path }) => path[0]);
    expect(open.filter((root) => of.includes(root))).toEqual([]);
  });
});
