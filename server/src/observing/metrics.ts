import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A value that is read when somebody asks for the metrics. */
interface Reading {
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** One request that was answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** Pattern of the address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the server counts of itself. Nothing in it says who did what. */
export interface Metrics {
  /** Counts an answer. */
  count(request: AnsweredRequest): void;
  /** Everything, as Prometheus reads it. */
  print(): Promise<string>;
  readonly contentType: string;
}

/** Upper ends in seconds: from what memory answers to what somebody gives up on. */
const buckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

/** Counts from now on. `readings` are asked whenever the metrics are. */
export function createMetrics(readings: readonly Reading[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'waarborg_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'waarborg_http_request_duration_seconds',
    help: 'Time until the head of the answer.',
    labelNames: ['method', 'route'],
    buckets,
    registers: [registry],
  });
  for (const { name, help, read } of readings) {
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await read());
      },
    });
  }
  return {
    count({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    print: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
