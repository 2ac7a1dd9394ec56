/** What connects to addresses that others chose: a door of its own, so that a thread need not load all of the platform. */
export { guardedAgent } from './guarded-agent.js';
export { AddressRefused, NETWORKS, Networks } from './networks.js';
