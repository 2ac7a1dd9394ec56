import { Args, Query, Resolver } from '@nestjs/graphql';
import { Act } from '#contract';
import { type AuditWish, ReadAudit } from './read-audit.js';
import { VerifyAudit } from './verify-audit.js';

@Resolver()
export class AuditResolver {
  constructor(
    private readonly reading: ReadAudit,
    private readonly verifying: VerifyAudit,
  ) {}

  @Act('audit.read')
  @Query('audit')
  audit(@Args() wish: AuditWish) {
    return this.reading.page(wish);
  }

  @Act('audit.read')
  @Query('auditVerification')
  auditVerification() {
    return this.verifying.verify();
  }
}
