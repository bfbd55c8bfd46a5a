/** Reads a file on a thread of its own: asks the process that started it for what is on record, and hands it the rows. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { allUltimatums } from '../../codec/record/parts.js';
import type { FileFault } from '../../domain/import-fault.js';
import { issuerNames } from './issuer-names.js';
import { paced } from './pace.js';
import { withoutStrangers } from './people.js';
import { planImport, shownOf, stagedOf, type ImportPlan } from './plan.js';
import type { Answers, Questions, ReadingJob } from './reading-thread.js';
import { textIn } from './text.js';

/** Rows in one message. */
const ROWS_AT_ONCE = 200;

const port = parentPort;
const job: ReadingJob = workerData;

/** One question at a time. */
async function ask<What extends keyof Answers>(
  what: What,
  given: Questions[What],
): Promise<Answers[What] | undefined> {
  port?.postMessage({ what, given });
  const [answer]: readonly Answers[What][] = port === null ? [] : await once(port, 'message');
  return answer;
}

const existing = () => allUltimatums(async (after) => (await ask('next', after)) ?? []);

async function read({ name, bytes, guild, mapping, reader }: ReadingJob): Promise<ImportPlan | FileFault> {
  const text = textIn(bytes);
  if (text === null) return { kind: 'wrong-type', name };
  const { issuers, ...rest } = reader;
  const plan = await planImport(
    { guild, text, mapping },
    {
      reader: { ...rest, issuer: issuerNames(issuers) },
      existing: existing(),
      imported: async (id) => (await ask('imported', id)) ?? new Map(),
      // Where cores are few, answers to people come first.
      progress: paced(),
    },
  );
  if (plan.kind !== 'plan') return plan;
  const people = async (keys: readonly string[]) => (await ask('people', keys)) ?? [];
  return withoutStrangers(plan, { guild, people, existing: existing() });
}

const plan = await read(job);
if (plan.kind === 'plan') {
  await ask('read', shownOf(plan));
  const rows = stagedOf(plan);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await ask('rows', rows.slice(from, from + ROWS_AT_ONCE));
  port?.postMessage({ what: 'rows', given: [] });
} else port?.postMessage({ what: 'read', given: plan });
