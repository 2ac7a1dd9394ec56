export { Authenticator, type Credential } from './authenticator.js';
export { Credentials } from './credentials.js';
export { IdentityModule } from './identity.module.js';
export { readNewPassword } from './password/rules.js';
export { identityEntities, identityMigrations } from './persistence.js';
export { type OpenedSession, Sessions } from './sessions.js';
