import { describe, expect, it } from 'vitest';
import { recordText, type RecordFormat } from '../../../src/codec/record/writer.js';
import { caseFacts } from '../../../src/domain/figures/case.js';
import { figuresOf } from '../../../src/domain/figures/record.js';
import { thereAreCases, timelineCases } from '../../support/timeline.js';
import { ledgerOf } from '../../support/timeline-ledger.js';
import { countedAgain } from './independent.js';
import { countedFromTables } from './independent-tables.js';
import { workedOutFromTables } from './independent-curves.js';

const NOW = Date.parse('2026-11-29T12:00:00Z');

describe.skipIf(!thereAreCases)(
  'the figures of the documented ultimatums (skipped without ../shared/data)',
  () => {
    const ledgers = [...timelineCases('timeline'), ...timelineCases('hard')].map(ledgerOf);
    const figures = figuresOf(
      ledgers.map(({ now }) => ({ ...caseFacts(now), joint: now.issuers.length > 1 })),
      NOW,
    );

    const { demand, moves, threat, cases } = figures;
    const counted = {
      cases,
      met: demand.met.count,
      metFirst: demand.metFirst.count,
      measured: demand.met.n,
      moved: moves.moved.count,
      revived: moves.revived.count,
      over: moves.moved.n,
      slip: moves.slip,
      threats: {
        full: threat.results.full,
        partial: threat.results.partial,
        substitute: threat.results.substitute,
        none: threat.results.none,
        due: threat.full.n,
        punishedAnyway: threat.punishedAnyway,
      },
    };
    const exported = (format: RecordFormat): string =>
      recordText(
        ledgers.map(({ entries }, index) => ({ number: index + 1, entries })),
        { format, exported: NOW, server: null, headlineWords: () => '' },
      );

    it('are those that a reader counts in the exported JSON', () => {
      expect(counted).toEqual(countedAgain(exported('json')));
    });

    const tables = () => ({
      ultimatums: exported('ultimatums'),
      deadlines: exported('deadlines'),
      outcomes: exported('outcomes'),
    });

    it('are those that a reader counts in the three exported tables', () => {
      expect(counted).toEqual(countedFromTables(tables()));
    });

    it('have the curves, and all else that the tables say, that a reader works out from them', () => {
      const { firstMove, outcome, ...others } = workedOutFromTables(tables(), NOW);
      const { quality, leftOut } = figures;
      expect({
        joint: figures.joint,
        unsourced: leftOut.unsourced,
        ended: figures.ended,
        disputed: quality.disputed.count,
        notReviewed: quality.notReviewed.count,
        shortened: moves.shortened.count,
        extended: moves.extended.count,
        moves: moves.moves,
        undone: threat.undone,
        lifted: threat.lifted.count,
      }).toEqual(others);
      for (const [own, again] of [
        [figures.firstMove, firstMove],
        [figures.outcome, outcome],
      ] as const) {
        const { n, events, median } = own;
        expect({ n, events, median }).toEqual({ n: again.n, events: again.events, median: again.median });
        expect(own.steps.map(({ days }) => days)).toEqual(again.steps.map(({ days }) => days));
        for (const part of ['share', 'low', 'high'] as const)
          for (const [at, step] of own.steps.entries())
            expect(step[part]).toBeCloseTo(again.steps[at]?.[part] ?? -1, 10);
      }
      expect([firstMove.events, outcome.events]).toEqual([moves.moved.count, 32]);
    });

    it('count each of the 35 once', () => {
      expect(figures.cases).toBe(35);
      expect(figures.ended).toEqual({ resolved: 32, withdrawn: 3, superseded: 0 });
    });
  },
);
