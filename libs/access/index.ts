export * from './actions.js';
export * from './keys.js';
export * from './principal.js';
export * from './reach.js';
export * from './types.js';
