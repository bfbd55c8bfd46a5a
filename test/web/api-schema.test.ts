/** The API's description is valid, and holds for whatever a record can hold. */
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry, EventByKind, EventKind } from '../../src/domain/entry.js';
import { isHidden } from '../../src/domain/visible.js';
import { ok } from '../../src/domain/refusal.js';
import { each, histories } from '../domain/histories.js';
import { changing, day, GUILD, instant, WASHINGTON } from '../store/founding.js';
import type { JsonObject } from '../support/openapi-schema.js';
import { valueOf } from '../support/result.js';
import { thereAreCases, timelineCases } from '../support/timeline.js';
import { ledgerOf } from '../support/timeline-ledger.js';
import { apiCheck, type ApiCheck } from './api-check.js';
import { publicRecord, type PublicRecord } from './record.js';

const ROOT = '/api/v1/servers/newsroom';
const HISTORIES = 12;

const STATED = { start: instant('2025-07-14T04:00:00Z'), end: instant('2025-07-15T04:00:00Z') };
const DEADLINE = {
  ...day('2025-09-02'),
  approximate: true,
  assumed: [{ kind: 'noon' }],
  event: { what: 'acceptance', counted: true },
} as const;
const SOME = { scope: ['Russia'], actor: 'Congress' };
const OUTCOME = {
  compliance: 'full',
  followThrough: 'partial',
  complied: STATED,
  acted: STATED,
  note: 'why',
} as const;

/** One of each kind, with all that it can hold. */
const EVENTS: { readonly [K in EventKind]: EventByKind[K] } = {
  recorded: {
    kind: 'recorded',
    issuers: ['Donald Trump'],
    targets: ['Russia', 'China'],
    demand: 'leave',
    threat: null,
    zone: WASHINGTON,
    tags: ['ukraine'],
    deadline: DEADLINE,
  },
  sourced: { kind: 'sourced' },
  archived: { kind: 'archived', url: 'https://www.cnn.com/a', archive: 'https://web.archive.org/web/a' },
  revised: { kind: 'revised', revision: 'extended', deadline: day('2025-09-09'), ...SOME },
  terms: {
    kind: 'terms',
    demand: 'go',
    threat: 'tariffs',
    targets: ['Russia', 'China', 'Iran'],
    scope: ['Russia'],
  },
  suspended: { kind: 'suspended', ...SOME },
  passed: { kind: 'passed', scope: ['China'] },
  outcome: { kind: 'outcome', outcome: OUTCOME, scope: ['China'], actor: 'Congress' },
  reversed: { kind: 'reversed', what: 'measures-lifted', extent: 'partial', when: STATED, scope: ['China'] },
  disputed: { kind: 'disputed', reason: 'why' },
  'dispute-closed': { kind: 'dispute-closed', dispute: 10, upheld: false, reason: 'because' },
  linked: { kind: 'linked', to: 1, as: 'stage-of' },
  corrected: {
    kind: 'corrected',
    corrects: 1,
    fields: {
      deadline: null,
      stated: STATED,
      issuers: ['NATO'],
      grade: 'page',
      url: null,
      ...OUTCOME,
      actor: 'x',
    },
    removes: false,
    reason: 'a slip',
  },
  hidden: { kind: 'hidden', reason: 'twice' },
  unhidden: { kind: 'unhidden', reason: 'not so' },
  withdrawn: { kind: 'withdrawn', scope: ['Iran'] },
  superseded: { kind: 'superseded', by: 1 },
};

let record: PublicRecord;
let description: JsonObject;
let check: ApiCheck;
beforeAll(async () => {
  record = await publicRecord();
  description = JSON.parse(await record.text('/api/v1/openapi.json')) as JsonObject;
  check = apiCheck(description);
});
afterAll(() => record.close());

/** Appends a whole ledger as it is; its number. */
async function keep(entries: readonly Entry[]): Promise<number> {
  const now = entries.at(-1)?.recorded ?? 0;
  const changed = await record.store.change(
    GUILD,
    null,
    () => ok(entries.map(({ seq: _seq, ...entry }) => entry)),
    changing(now),
  );
  return valueOf(changed).number;
}

interface Page {
  readonly items: readonly { readonly event: { readonly kind: string } }[];
}

/** What is wrong with the answers about an ultimatum; none where they are as described. */
async function problemsOf(number: number): Promise<readonly string[]> {
  const self = `${ROOT}/ultimatums/U-${number}`;
  const whole = check.problems('ultimatum', ...(await answer(self)));
  return [...whole, ...check.problems('log', ...(await answer(`${self}/log?limit=100`)))];
}

/** What is wrong with the answers about these ledgers, each kept first. */
async function problemsIn(ledgers: readonly (readonly Entry[])[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const entries of ledgers) problems.push(...(await problemsOf(await keep(entries))));
  return problems;
}

async function answer(path: string): Promise<readonly [number, unknown]> {
  const { status, body } = await record
    .get(path)
    .then(async (got) => ({ status: got.status, body: await got.json() }));
  return [status, body];
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(description);
    expect([valid, errors]).toEqual([true, undefined]);
    expect(description['openapi']).toBe('3.1.0');
  });

  it('names every route of a server that the router knows, with its parameters', () => {
    const routes = record.site.routes
      .filter(({ path, method }) => method === 'GET' && path.startsWith('/api/v1/servers'))
      .map(({ path }) => path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}'));
    expect(Object.keys(description['paths'] as JsonObject).toSorted()).toEqual(routes.toSorted());
  });

  it('says of every parameter, and of every operation, what it is', () => {
    const text = JSON.stringify(description);
    expect(text).not.toMatch(/"(?:description|summary)":""/);
    expect(text).not.toContain('"$ref":"#/components/schemas/"');
  });
});

describe('answers of the API', () => {
  it('are as described for the documented ultimatums (none without ../shared/data/timeline*.json)', async () => {
    const all = [...timelineCases('timeline'), ...timelineCases('hard')];
    expect(all.length > 0).toBe(thereAreCases);
    expect(await problemsIn(all.map((one) => ledgerOf(one).entries))).toEqual([]);
  });

  it('are as described for random histories', async () => {
    const all = fc.sample(histories, { seed: 7, numRuns: HISTORIES }).map((steps) => each(steps, () => {}));
    expect(await problemsIn(all.filter((entries) => entries.length > 0 && !isHidden(entries)))).toEqual([]);
  });

  it('are as described for every kind of event', async () => {
    const entries = Object.values(EVENTS).map((event, index) => ({
      seq: index + 1,
      recorded: record.now + index,
      stated: STATED,
      by: event.kind === 'passed' ? null : 'person-key',
      statements: [],
      event,
    }));
    const number = await keep(entries);
    expect(await problemsOf(number)).toEqual([]);
    const log: Page = JSON.parse(await record.text(`${ROOT}/ultimatums/U-${number}/log`));
    expect(log.items.map(({ event }) => event.kind)).toEqual(Object.keys(EVENTS));
  });

  it('are as described for lists, names and problems', async () => {
    const paths = [
      ['server', ROOT],
      ['servers', '/api/v1/servers'],
      ['ultimatums', `${ROOT}/ultimatums?limit=100`],
      ['ultimatums', `${ROOT}/ultimatums?at=2025-08-01&limit=100`],
      ['ultimatums', `${ROOT}/ultimatums?state=nonsense`],
      ['deadlines', `${ROOT}/deadlines?limit=100`],
      ['issuers', `${ROOT}/issuers`],
      ['issuerFigures', `${ROOT}/issuers/Donald%20Trump/figures`],
      ['issuerFigures', `${ROOT}/issuers/Nobody/figures`],
      ['leaderboard', `${ROOT}/leaderboard`],
      ['targets', `${ROOT}/targets`],
      ['tags', `${ROOT}/tags`],
      ['entry', `${ROOT}/ultimatums/U-1/log/1`],
      ['ultimatum', `${ROOT}/ultimatums/U-9999`],
    ] as const;
    for (const [operation, path] of paths)
      expect([path, check.problems(operation, ...(await answer(path)))]).toEqual([path, []]);
    expect(record.errors).toEqual([]);
  });
});
