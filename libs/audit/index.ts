export * from './acting.js';
export * from './audit.js';
export * from './audit.module.js';
export * from './chain.js';
export * from './persistence.js';
export * from './rights.js';
export * from './verify-audit.js';
