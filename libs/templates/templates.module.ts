import { Module } from '@nestjs/common';
import { ManageTemplates } from './manage-templates.js';
import { ReadTemplates } from './read-templates.js';
import { TemplatesResolver } from './templates.resolver.js';

@Module({
  providers: [ReadTemplates, ManageTemplates, TemplatesResolver],
  exports: [ReadTemplates, ManageTemplates],
})
export class TemplatesModule {}
