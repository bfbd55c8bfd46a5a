/** The command behind each kind of entry, to decide a history again. */
import type { Effective } from '../corrections.js';
import type { PlainCommand } from './by-verb.js';
import { scopedFields } from './context.js';

/** The command that an entry came of; null for what no correction can break. */
export function commandBehind({ stated, statements, event }: Effective): PlainCommand | null {
  const evidence = { stated, statements };
  switch (event.kind) {
    case 'recorded': {
      const { kind: _kind, ...terms } = event;
      return { verb: 'record', ...terms, ...evidence };
    }
    case 'revised': {
      const verb = event.revision === 'resumed' ? 'resume' : 'move';
      return { verb, deadline: event.deadline, ...scopedFields(event), ...evidence };
    }
    case 'suspended':
      return { verb: 'suspend', ...scopedFields(event), ...evidence };
    case 'withdrawn':
      return { verb: 'withdraw', ...scopedFields(event), ...evidence };
    case 'superseded':
      return { verb: 'replace', by: event.by, self: 0, ...evidence };
    case 'outcome':
      return { verb: 'outcome', outcome: event.outcome, ...scopedFields(event), ...evidence };
    case 'reversed': {
      const { kind: _kind, ...reversal } = event;
      return { verb: 'reverse', ...reversal, ...evidence };
    }
    case 'terms': {
      const { kind: _kind, ...terms } = event;
      return { verb: 'terms', ...terms, ...evidence };
    }
    case 'sourced':
      return { verb: 'source', ...evidence };
    case 'disputed':
      return { verb: 'dispute', reason: event.reason, ...evidence };
    case 'passed':
    case 'archived':
    case 'dispute-closed':
    case 'linked':
    case 'corrected':
    case 'hidden':
    case 'unhidden':
      return null;
  }
}
