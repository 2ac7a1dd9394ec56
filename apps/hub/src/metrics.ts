import { Counter, Gauge, Registry } from 'prom-client';
import { type DeliveryHealth, type Health, latenessOf } from '#delivery';

type Totals = Awaited<ReturnType<DeliveryHealth['totals']>>;

/**
 * What Prometheus reads (text format 0.0.4). All of it is read from the database that hubs and workers share, so it is the same
 * whichever hub is asked.
 */
export function metricsOf(health: Health, totals: Totals, now: Date): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `watchfire_${name}`, help, labelNames, registers: [registry] });

  const waiting = gauge('deliveries_waiting', 'Due and not yet sent.', ['channel']);
  const later = gauge('deliveries_later', 'To be sent later.', ['channel']);
  const dead = gauge('deliveries_dead', 'Dead letters.', ['channel']);
  const oldest = gauge('delivery_oldest_waiting_seconds', 'How long what is due has waited.', ['channel']);
  for (const one of health.channels) {
    const { channel } = one;
    waiting.set({ channel }, one.waitingCount);
    later.set({ channel }, one.laterCount);
    dead.set({ channel }, one.deadCount);
    oldest.set({ channel }, one.oldestWaitingSeconds);
  }
  const outcomes = new Counter({
    name: 'watchfire_delivery_outcomes_total',
    help: 'What became of attempts, since the hub was set up.',
    labelNames: ['channel', 'state', 'cause'],
    registers: [registry],
  });
  for (const { count, ...labels } of totals) outcomes.inc(labels, count);

  gauge('releases_unplanned', 'Releases whose recipients are not worked out.').set(health.unplannedCount);
  gauge('release_oldest_unplanned_seconds', 'How long the oldest of them has waited.').set(
    health.oldestUnplannedSeconds,
  );
  const endpoints = gauge('webhook_endpoints', 'Webhook endpoints, by how they do.', ['state']);
  const { endpointCount, failingEndpointCount: failing, disabledEndpointCount: disabled } = health;
  endpoints.set({ state: 'failing' }, failing);
  endpoints.set({ state: 'disabled' }, disabled);
  endpoints.set({ state: 'well' }, endpointCount - failing - disabled);
  const late = gauge('delivery_late_seconds', 'What takes longer than promised, and how long.', ['what']);
  for (const { what, seconds } of latenessOf(health)) late.set({ what }, seconds);
  gauge('hub_time_seconds', 'The time at the hub.').set(now.getTime() / 1_000);
  return registry.metrics();
}
