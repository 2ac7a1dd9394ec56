export { ExportsModule } from './exports.module.js';
export { Outgoings } from './outgoing.js';
