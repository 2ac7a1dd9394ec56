import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, Me, type TestMailInput } from '#contract';
import { TestMails } from './mails/test-mails.js';

@Resolver()
export class TestMailResolver {
  constructor(private readonly testing: TestMails) {}

  @Act('preferences.setOwn')
  @Mutation('testMail')
  testMail(@Me() me: Principal, @Args('input') input: TestMailInput) {
    return this.testing.put(me, input);
  }
}
