/** Every text of a command is cleaned before it is decided, whichever door it came through. */
import { describe, expect, test } from 'vitest';
import { cleanCommand } from '../../src/domain/decide/clean-command.js';
import type { Command, CorrectedFields } from '../../src/domain/entry.js';
import { on, outcome, recording, report, said } from './support.js';

const RAW = ' a\u200b\u0007b ';
const CLEAN = 'ab';
const NAMES = [RAW, CLEAN, ' \u200b '];
const SECRET = 'https://ana:secret@example.org/x';
const OPEN = 'https://example.org/x';
const evidence = said('2025-07-14', report());

const corrected = (fields: CorrectedFields): CorrectedFields => {
  const clean = cleanCommand({ verb: 'correct', entry: 1, removes: false, reason: RAW, fields });
  return clean.verb === 'correct' ? clean.fields : {};
};

describe('the texts of a command', () => {
  test('of a record: names once each, the demand and the threat', () => {
    const clean = cleanCommand({
      ...recording(null),
      issuers: NAMES,
      targets: NAMES,
      tags: NAMES,
      demand: RAW,
      threat: RAW,
    });
    const names = { issuers: [CLEAN], targets: [CLEAN], tags: [CLEAN] };
    expect(clean).toMatchObject({ ...names, demand: CLEAN, threat: CLEAN });
    expect(cleanCommand({ ...recording(null), threat: ' \u200b' })).toMatchObject({ threat: null });
    expect(cleanCommand({ ...recording(null), threat: null })).toMatchObject({ threat: null });
  });

  test('of new terms', () => {
    const terms = { verb: 'terms', demand: RAW, threat: RAW, targets: NAMES, ...evidence } as const;
    expect(cleanCommand(terms)).toEqual({ ...terms, demand: CLEAN, threat: CLEAN, targets: [CLEAN] });
    const none = { ...terms, demand: null, threat: null, targets: null };
    expect(cleanCommand(none)).toEqual(none);
  });

  test.each<Command>([
    { verb: 'dispute', reason: RAW, ...evidence },
    { verb: 'close-dispute', dispute: 2, upheld: true, reason: RAW },
    { verb: 'hide', reason: RAW },
    { verb: 'unhide', reason: RAW },
    { verb: 'correct', entry: 1, removes: true, fields: {}, reason: RAW },
  ])('of the reason: $verb', (command) => {
    expect(cleanCommand(command)).toEqual({ ...command, reason: CLEAN });
  });

  test('of an outcome: the note, and nothing where nothing is left of it', () => {
    const given = (note: string | null): Command => ({
      verb: 'outcome',
      outcome: { ...outcome('none', 'none'), note },
      ...evidence,
    });
    expect(cleanCommand(given(RAW))).toEqual(given(CLEAN));
    expect(cleanCommand(given(' '))).toEqual(given(null));
    expect(cleanCommand(given(null))).toEqual(given(null));
  });

  test('of the targets it is for and of who did it', () => {
    const pause = { verb: 'suspend', ...evidence } as const;
    expect(cleanCommand(pause)).toEqual(pause);
    expect(cleanCommand({ ...pause, scope: NAMES })).toEqual({ ...pause, scope: [CLEAN] });
    expect(cleanCommand({ ...pause, actor: RAW })).toEqual({ ...pause, actor: CLEAN });
  });

  test('of a statement: its quote and its outlet; its links lose names and passwords', () => {
    const statement = report('x.example', { quote: RAW, url: SECRET, outlet: RAW, archive: SECRET });
    const { statements } = {
      ...evidence,
      ...cleanCommand({ verb: 'source', ...said('2025-07-14', statement) }),
    };
    expect(statements).toEqual([{ ...statement, quote: CLEAN, url: OPEN, outlet: CLEAN, archive: OPEN }]);
    const empty = report('x.example', { quote: ' ', url: null, outlet: ' ', archive: null });
    const cleaned = { ...evidence, ...cleanCommand({ verb: 'source', ...said('2025-07-14', empty) }) };
    expect(cleaned.statements).toEqual([{ ...empty, quote: null, outlet: null }]);
  });

  test('of a capture: its address', () => {
    const capture = { verb: 'archive', url: SECRET, archive: SECRET } as const;
    expect(cleanCommand(capture)).toEqual({ ...capture, archive: OPEN });
  });
});

describe('the fields of a correction', () => {
  test.each<[CorrectedFields, CorrectedFields]>([
    [{ issuers: NAMES }, { issuers: [CLEAN] }],
    [{ targets: NAMES }, { targets: [CLEAN] }],
    [{ targets: null }, { targets: null }],
    [{ tags: NAMES }, { tags: [CLEAN] }],
    [{ actor: RAW }, { actor: CLEAN }],
    [{ actor: null }, { actor: null }],
    [{ note: RAW }, { note: CLEAN }],
    [{ note: ' ' }, { note: null }],
    [{ demand: RAW }, { demand: CLEAN }],
    [{ demand: null }, { demand: null }],
    [{ threat: RAW }, { threat: CLEAN }],
    [{ quote: RAW }, { quote: CLEAN }],
    [{ url: SECRET }, { url: OPEN }],
    [{ url: null }, { url: null }],
    [{ stated: on('2025-07-14') }, { stated: on('2025-07-14') }],
    [{}, {}],
  ])('are cleaned alone: %o', (fields, clean) => {
    expect(corrected(fields)).toStrictEqual(clean);
  });
});
