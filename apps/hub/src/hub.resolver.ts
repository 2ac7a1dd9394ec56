import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { type Hub, Public } from '#contract';
import { CONFIG, type Config } from '#platform';
import { DemoAccounts } from './demo/demo-accounts.js';
import { version } from './version.js';

@Resolver()
export class HubResolver {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'demo' | 'securityContact' | 'smtpUrl'>,
    private readonly accounts: DemoAccounts,
  ) {}

  @Public('what anyone may know of the hub')
  @Query('hub')
  hub(): Hub {
    const { demo, securityContact, smtpUrl } = this.config;
    const sendsMail = smtpUrl !== null || demo;
    const personas = demo ? this.accounts.read() : [];
    return { name: 'Watchfire', version, demo, sendsMail, securityContact, personas };
  }
}
