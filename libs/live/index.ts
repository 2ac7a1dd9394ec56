export { LIVE_LIMITS, type LiveLimits } from './limits.js';
export { LiveModule, type LiveModuleOptions } from './live.module.js';
export { LiveHub } from './live-hub.js';
export { EVENT_STREAM_PATH, WEBSOCKET_PATH } from './live-server.js';
export type { Executed, Execution, LiveContract } from './ports.js';
