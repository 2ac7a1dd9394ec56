export { ImportDocuments, type Told } from './import-documents.js';
export { ImportsModule } from './imports.module.js';
export { type Original, Originals } from './originals.js';
export { importsEntities, importsMigrations } from './persistence.js';
export { rawDocuments } from './raw-documents.js';
export { type Settings, settingsOf } from './settings.js';
export type { Taken, What } from './taken.js';
