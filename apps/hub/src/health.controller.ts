import { Controller, Get, HttpCode } from '@nestjs/common';
import { Public } from '#contract';
import { Database, unavailable } from '#platform';
import { ReleaseLog } from '#publications';

/** For whoever watches over the process. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly log: ReleaseLog,
  ) {}

  @Public('tells only that the process answers')
  @Get('healthz')
  @HttpCode(200)
  alive() {
    return { status: 'alive' };
  }

  /** Ready: the database can be reached, its migrations are done, the release log can be read. */
  @Public('tells only whether the hub can work')
  @Get('readyz')
  @HttpCode(200)
  async ready() {
    if (!(await this.database.ready())) throw unavailable('The database is not ready.');
    await this.log.head().catch((cause: unknown) => {
      throw unavailable('The release log cannot be read.', { cause });
    });
    return { status: 'ready' };
  }
}
