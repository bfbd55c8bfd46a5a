/** The metrics for Prometheus, read from the store whenever they are asked for. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ClaimStore, GaugeStore, PostLog } from '../store/port/index.js';
import type { RecordInstant, WallInstant } from '../domain/instant.js';
import type { MeasuresInRegistry } from './measures.js';

/** What the process itself counts. */
export interface ProcessCounts {
  /** Errors that nothing had caught, since the start. */
  uncaught(): number;
  /** Connections to Discord that were lost, since the start. */
  reconnects(): number;
  /** The machine's clock. */
  wallNow(): WallInstant;
  /** Identifies of the last 24 hours, over restarts. */
  identifiesToday(): number;
}

function countGauges(counts: ProcessCounts): readonly Gauge[] {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    });
  return [
    gauge('ultimatum_uncaught_errors', 'Errors that nothing had caught, since the start.', () =>
      counts.uncaught(),
    ),
    gauge('ultimatum_gateway_reconnects', 'Connections to Discord that were lost, since the start.', () =>
      counts.reconnects(),
    ),
    gauge(
      'ultimatum_gateway_identifies_today',
      'Identifies of the last 24 hours; Discord allows about 1,000.',
      () => counts.identifiesToday(),
    ),
  ];
}

type MetricsStore = Pick<PostLog, 'counts'> &
  Pick<ClaimStore, 'nextDue'> &
  Pick<GaugeStore, 'duePosts' | 'budgetAhead'>;

function storeGauges(store: MetricsStore, now: () => RecordInstant, counts: ProcessCounts): readonly Gauge[] {
  return [
    new Gauge({
      name: 'ultimatum_due_posts',
      help: 'Posts that are due and wait.',
      registers: [],
      async collect() {
        this.set(await store.duePosts(now()));
      },
    }),
    new Gauge({
      name: 'ultimatum_budget_ahead_seconds',
      help: 'For how long the send budget is given away; more than a moment while Discord asked for a pause.',
      registers: [],
      async collect() {
        this.set((await store.budgetAhead(counts.wallNow())) / 1000);
      },
    }),
  ];
}

/**
 * What a Prometheus server reads: the outbox by kind and status, what was posted late, how far the beat is behind (s), and the
 * process. `now` is the record's time, ms UTC. Everything is read from the rows when it is asked for.
 */
export function createMetrics(
  store: MetricsStore,
  now: () => RecordInstant,
  counts: ProcessCounts,
  { metrics }: Pick<MeasuresInRegistry, 'metrics'>,
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const deliveries = new Gauge({
    name: 'ultimatum_deliveries',
    help: 'Posts of all servers by kind and status.',
    labelNames: ['kind', 'status'] as const,
    registers: [],
    async collect() {
      const posts = await store.counts();
      this.reset();
      for (const { kind, status, count } of posts) this.set({ kind, status }, count);
    },
  });
  const late = new Gauge({
    name: 'ultimatum_deliveries_late',
    help: 'Posts that were made ten minutes or more after they were due.',
    labelNames: ['kind'] as const,
    registers: [],
    async collect() {
      const posts = await store.counts();
      this.reset();
      for (const one of posts) this.inc({ kind: one.kind }, one.late);
    },
  });
  const overdue = new Gauge({
    name: 'ultimatum_overdue_seconds',
    help: 'For how long the oldest thing that is due has been waiting.',
    registers: [],
    async collect() {
      const due = await store.nextDue();
      this.set(due === null ? 0 : Math.max(0, now() - due) / 1000);
    },
  });
  const gauges = [deliveries, late, overdue, ...storeGauges(store, now, counts), ...countGauges(counts)];
  for (const metric of [...gauges, ...metrics]) registry.registerMetric(metric);
  return registry;
}
