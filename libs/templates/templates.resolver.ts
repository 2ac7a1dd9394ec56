import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type CreateTemplateInput,
  type DeleteTemplateInput,
  Me,
  type QueryTemplatesArgs,
  SignedIn,
  type UpdateTemplateInput,
} from '#contract';
import { ManageTemplates } from './manage-templates.js';
import { ReadTemplates } from './read-templates.js';
import type { Template } from './template.js';

@Resolver()
export class TemplatesResolver {
  constructor(
    private readonly reading: ReadTemplates,
    private readonly managing: ManageTemplates,
  ) {}

  @SignedIn('The hub’s own are for everyone in the community; one sees those of one’s member besides.')
  @Query('templates')
  templates(@Me() me: Principal, @Args() wish: QueryTemplatesArgs): Promise<Template[]> {
    return this.reading.list(me, wish);
  }

  @Act('template.manage')
  @Mutation('createTemplate')
  async create(@Me() me: Principal, @Args('input') input: CreateTemplateInput) {
    return { template: await this.reading.get(me, await this.managing.create(me, input)) };
  }

  @Act('template.manage')
  @Mutation('updateTemplate')
  async update(@Me() me: Principal, @Args('input') input: UpdateTemplateInput) {
    return { template: await this.reading.get(me, await this.managing.update(me, input)) };
  }

  @Act('template.manage')
  @Mutation('deleteTemplate')
  async delete(@Me() me: Principal, @Args('input') input: DeleteTemplateInput) {
    return { id: await this.managing.delete(me, input) };
  }
}
