import { NETWORKS_PROVIDER } from '#platform';
import { ManageEndpoints } from './endpoints/manage-endpoints.js';
import { OnEndpoint } from './endpoints/on-endpoint.js';
import { ReadEndpoints } from './endpoints/read-endpoints.js';
import { ReplayDeliveries } from './endpoints/replay-deliveries.js';
import { RotateSecret } from './endpoints/rotate-secret.js';
import { EndpointHealth } from './outgoing/endpoint-health.js';
import { PlanWebhooks } from './outgoing/plan-webhooks.js';
import { PrepareWebhooks } from './outgoing/prepare-webhooks.js';
import { SendWebhook } from './outgoing/send-webhook.js';
import { WebhookChannel } from './webhook-channel.js';
import { WebhooksResolver } from './webhooks.resolver.js';

/** What webhooks are made of. */
export const WEBHOOKS = [
  NETWORKS_PROVIDER,
  EndpointHealth,
  ManageEndpoints,
  OnEndpoint,
  PlanWebhooks,
  PrepareWebhooks,
  ReadEndpoints,
  ReplayDeliveries,
  RotateSecret,
  SendWebhook,
  WebhookChannel,
  WebhooksResolver,
];
