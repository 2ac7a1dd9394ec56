import { Module } from '@nestjs/common';
import { ContactListResolver, DutyContactResolver } from './contacts/contact-list.resolver.js';
import { ContactLists } from './contacts/contact-lists.js';
import { Preferences } from './preferences.js';
import { PreferencesResolver } from './preferences.resolver.js';
import { SetPreferences } from './set-preferences.js';

const SHARED = [ContactLists, Preferences, SetPreferences];

@Module({
  providers: [...SHARED, ContactListResolver, DutyContactResolver, PreferencesResolver],
  exports: SHARED,
})
export class PreferencesModule {}
