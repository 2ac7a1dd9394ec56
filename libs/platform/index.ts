export { Clock, ManualClock, SystemClock, timestamp } from './clock.js';
export {
  type Config,
  ConfigError,
  type ConfigRow,
  configTable,
  type Environment,
  readConfig,
} from './config.js';
export { atMost } from './database/at-most.js';
export { Database, type DatabaseOptions, type WriteOptions } from './database/database.js';
export { isUniqueViolation, refusalOf } from './database/failures.js';
export { type ClassOf, ForwardMigration, type MigrationSql, migrationSql } from './database/migration.js';
export type { Dialect, Tx, WriteTx } from './database/sql.js';
export { TransactionOverError } from './database/transaction.js';
export * from './errors.js';
export { Ids, RandomIds, SeededIds } from './ids.js';
export { Keyring } from './keyring.js';
export { loggerOf } from './logger.js';
export { guardedAgent } from './outgoing/guarded-agent.js';
export { AddressRefused, NETWORKS, Networks } from './outgoing/networks.js';
export { readOutgoingUrl } from './outgoing/outgoing-url.js';
export { CONFIG, NETWORKS_PROVIDER, PlatformModule, type PlatformOptions } from './platform.module.js';
export { RepeatedWork } from './repeated-work.js';
export { Seal } from './seal.js';
export { SealedText } from './sealed-text.js';
export { openKeyring } from './secrets.js';
export { cleanLine, cleanText, type TextRule } from './text.js';
export { hashToken, newToken, sameText } from './tokens.js';
export { Wakeups } from './wakeups.js';
