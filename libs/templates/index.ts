export { BUILT_IN_TEMPLATES } from './built-in/index.js';
export { ManageTemplates } from './manage-templates.js';
export { templatesEntities, templatesMigrations } from './persistence.js';
export { ReadTemplates } from './read-templates.js';
export { TemplatesModule } from './templates.module.js';
