export * from './access.decorators.js';
export * from './access.guard.js';
export * from './batch.js';
export type * from './generated.js';
export * from './paging.js';
export * from './request-context.js';
export * from './shared-fields.js';
export * from './sources.js';
