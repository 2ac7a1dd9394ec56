export { ContactLists, type DutyContact } from './contacts/contact-lists.js';
export { breaksQuiet, type MailRoute, mailRoute, mustArrive, type Pressing, quietEnd } from './mail-route.js';
export { preferencesEntities, preferencesMigrations } from './persistence.js';
export { Preferences, type PreferencesView } from './preferences.js';
export { PreferencesModule } from './preferences.module.js';
export type { Reachability } from './reachability.js';
export { SetPreferences } from './set-preferences.js';
export { isOnDuty } from './time/duty.js';
export { shownIn } from './time/zone.js';
