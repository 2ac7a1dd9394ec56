import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Me, Public, type QueryExportPublicationArgs, type QueryExportPublicationsArgs } from '#contract';
import { ExportPublications } from './export-publications.js';

const REASON = 'What is for everyone is also for those who have not signed in; keys decide the rest.';

@Resolver('ExportConnection')
export class ExportResolver {
  constructor(private readonly exporting: ExportPublications) {}

  @Public(REASON)
  @Query('exportPublications')
  exportPublications(@Me() me: Principal, @Args() wish: QueryExportPublicationsArgs) {
    return this.exporting.page(me, wish);
  }

  @Public(REASON)
  @Query('exportPublication')
  exportPublication(@Me() me: Principal, @Args() { id, format }: QueryExportPublicationArgs) {
    return this.exporting.one(me, id, format ?? 'STIX');
  }
}
