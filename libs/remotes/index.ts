export { remotesEntities, remotesMigrations } from './persistence.js';
export { PollRemotes } from './polling/poll-remotes.js';
export { RemotesModule } from './remotes.module.js';
