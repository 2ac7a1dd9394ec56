export { ImportDocuments, type Told } from './import-documents.js';
export { ImportsModule } from './imports.module.js';
export { type Original, Originals } from './originals.js';
export { importsEntities, importsMigrations } from './persistence.js';
export { type Settings, settingsOf } from './settings.js';
export { TakeBundle } from './stix/take-bundle.js';
export type { Taken, What } from './taken.js';
