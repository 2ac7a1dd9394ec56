import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { type Hub, Public } from '#contract';
import { CONFIG, type Config } from '#platform';
import { version } from './version.js';

@Resolver()
export class HubResolver {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Public('what anyone may know of the hub')
  @Query('hub')
  hub(): Hub {
    return { name: 'Watchfire', version, demo: this.config.demo };
  }
}
