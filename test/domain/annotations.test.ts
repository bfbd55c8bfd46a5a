import { expect, test } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { founding, Ledger, report, said } from './support.js';

const LATER = '2025-07-30T12:00';

function terms(more: Partial<Extract<Command, { verb: 'terms' }>>): Command {
  const said30 = said('2025-07-30', report('bbc.co.uk'));
  return { verb: 'terms', demand: null, threat: null, targets: null, ...said30, ...more };
}

test('changed terms replace only the fields they name and are not a move', () => {
  const { now } = founding().add(terms({ threat: ' 100% tariffs ', targets: ['Russia', 'India'] }), LATER);
  expect([now.demand, now.threat, now.targets]).toEqual([
    'agree to a ceasefire in Ukraine',
    '100% tariffs',
    ['Russia', 'India'],
  ]);
  expect([now.moves, now.state, now.versions.length]).toEqual([1, 'open', 3]);
  expect(now.terms).toMatchObject([{ entry: 4, threat: '100% tariffs', demand: null }]);
});

test('changed terms are refused if they change nothing, lack a statement, or were stated before the record', () => {
  const refused = (command: Command) => founding().try(command, LATER);
  expect(refused(terms({ targets: ['Russia'], demand: ' ' }))).toEqual({
    why: 'nothing-to-change',
    of: { what: 'terms' },
  });
  expect(refused(terms({ demand: 'x', statements: [] }))).toEqual({ why: 'needs-statement', verb: 'terms' });
  expect(refused(terms({ demand: 'x', ...said('2025-07-13') }))).toMatchObject({ why: 'stated-before-last' });
});

test('a dispute records its reason and does not change the state', () => {
  const dispute: Command = {
    verb: 'dispute',
    reason: ' no tariff on Russia ',
    stated: said('2025-07-30').stated,
    statements: [],
  };
  const { now } = founding().add(dispute, LATER);
  expect([now.disputed, now.state, now.disputes[0]?.reason]).toEqual([true, 'open', 'no tariff on Russia']);
  expect(founding().try({ ...dispute, reason: '' }, LATER)).toEqual({ why: 'missing', field: 'reason' });
});

test('an archived copy takes the place of the derived archive link, and the same copy is refused again', () => {
  const [url, capture] = ['https://www.bbc.co.uk/story', 'https://archive.ph/abc'];
  const ledger = founding().add({ verb: 'archive', url, archive: capture }, LATER);
  expect(ledger.now.statements.find((one) => one.url === url)?.archive).toBe(capture);
  expect(ledger.try({ verb: 'archive', url, archive: capture }, LATER)).toEqual({
    why: 'nothing-to-change',
    of: { what: 'archive' },
  });
  expect(ledger.try({ verb: 'archive', url, archive: 'abc' }, LATER)).toMatchObject({ reason: 'unreadable' });
  const unknown: Command = { verb: 'archive', url: 'https://x.org/', archive: capture };
  expect(ledger.try(unknown, LATER)).toMatchObject({ why: 'not-found' });
});

test('a replaced ultimatum has no deadline in force, and none can replace itself', () => {
  const replace: Command = { verb: 'replace', by: 13, self: 12, ...said('2025-07-30') };
  const { now } = founding().add(replace, LATER);
  expect([now.state, now.supersededBy, now.inForce]).toEqual(['superseded', 13, null]);
  expect(now.versions.at(-1)?.became).toMatchObject([{ kind: 'superseded', by: 13 }]);
  expect(founding().try({ ...replace, by: 12 }, LATER)).toEqual({
    why: 'bad-reference',
    number: 12,
    reason: 'itself',
  });
});

test('an ultimatum that was never recorded refuses every command and never passes', () => {
  expect(new Ledger().try(terms({ demand: 'x' }), LATER)).toMatchObject({ why: 'not-found' });
  expect(new Ledger().lapse(LATER).entries).toEqual([]);
});
