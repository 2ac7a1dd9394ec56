import { Global, Module } from '@nestjs/common';
import { Acting } from './acting.js';
import { Audit } from './audit.js';
import { AuditResolver } from './audit.resolver.js';
import { ReadAudit } from './read-audit.js';
import { VerifyAudit } from './verify-audit.js';

@Global()
@Module({
  providers: [Audit, Acting, ReadAudit, VerifyAudit, AuditResolver],
  exports: [Audit, Acting],
})
export class AuditModule {}
