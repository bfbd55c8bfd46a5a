import { describe, expect, it } from 'vitest';
import { recordText, type RecordFormat } from '../../../src/codec/record/writer.js';
import { caseFacts } from '../../../src/domain/figures/case.js';
import { figuresOf } from '../../../src/domain/figures/record.js';
import { thereAreCases, timelineCases } from '../../support/timeline.js';
import { ledgerOf } from '../../support/timeline-ledger.js';
import { countedAgain } from './independent.js';
import { countedFromTables } from './independent-tables.js';

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

    it('are those that a reader counts in the three exported tables', () => {
      const [ultimatums, deadlines, outcomes] = [
        exported('ultimatums'),
        exported('deadlines'),
        exported('outcomes'),
      ];
      expect(counted).toEqual(countedFromTables({ ultimatums, deadlines, outcomes }));
    });

    it('count each of the 35 once', () => {
      expect(figures.cases).toBe(35);
      expect(figures.ended).toEqual({ resolved: 32, withdrawn: 3, superseded: 0 });
    });
  },
);
