export { graphqlJsExecutor } from './executor.js';
export { LIVE_LIMITS, type LiveLimits } from './limits.js';
export { LiveHub, type LiveHubOptions } from './live-hub.js';
export { EVENT_STREAM_PATH, LiveServer, type LiveServerOptions, WEBSOCKET_PATH } from './live-server.js';
export type {
  AccessChange,
  Authority,
  Credentials,
  Executed,
  Execution,
  LiveContract,
  LogEntry,
  LogPage,
  Outcome,
  ReleaseSource,
  SeenRelease,
  Standing,
} from './ports.js';
export { LOG_CURSOR, ReleasesSubscription } from './releases.subscription.js';
export type { Selection } from './selection.js';
