import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import {
  Act,
  type AddRemoteCollectionInput,
  batchOf,
  Me,
  type PollRemoteCollectionInput,
  perRequest,
  type RemoveRemoteCollectionInput,
  type RequestContext,
  type UpdateRemoteCollectionInput,
} from '#contract';
import { Members, People, type PersonRecord, personView } from '#members';
import { RegionsService } from '#regions';
import { ManageRemotes } from './collections/manage-remotes.js';
import { ReadRemotes, type RemoteView } from './collections/read-remotes.js';

@Resolver('RemoteCollection')
export class RemotesResolver {
  constructor(
    private readonly reading: ReadRemotes,
    private readonly managing: ManageRemotes,
    private readonly people: People,
    private readonly members: Members,
    private readonly places: RegionsService,
  ) {}

  @Act('remote.read')
  @Query('remoteCollections')
  collections(): Promise<RemoteView[]> {
    return this.reading.list();
  }

  @Act('remote.read')
  @Query('remoteCollection')
  collection(@Args('id') id: string): Promise<RemoteView | null> {
    return this.reading.find(id);
  }

  @Act('remote.manage')
  @Mutation('addRemoteCollection')
  async add(@Me() me: Principal, @Args('input') input: AddRemoteCollectionInput) {
    return { collection: await this.reading.get(await this.managing.add(me, input)) };
  }

  @Act('remote.manage')
  @Mutation('updateRemoteCollection')
  async update(@Me() me: Principal, @Args('input') input: UpdateRemoteCollectionInput) {
    return { collection: await this.reading.get(await this.managing.update(me, input)) };
  }

  @Act('remote.manage')
  @Mutation('removeRemoteCollection')
  async remove(@Me() me: Principal, @Args('input') input: RemoveRemoteCollectionInput) {
    return { id: await this.managing.remove(me, input) };
  }

  @Act('remote.manage')
  @Mutation('pollRemoteCollection')
  async poll(@Me() me: Principal, @Args('input') input: PollRemoteCollectionInput) {
    return { collection: await this.reading.get(await this.managing.pollNow(me, input)) };
  }

  @ResolveField('person')
  async person(@Me() me: Principal, @Parent() { personId }: RemoteView, @Context() context: RequestContext) {
    return personView(me, (await this.personOf(personId, context)) as PersonRecord);
  }

  @ResolveField('member')
  async member(@Parent() { personId }: RemoteView, @Context() context: RequestContext) {
    const person = await this.personOf(personId, context);
    return person && (await this.members.byIds([person.memberId])).get(person.memberId);
  }

  @ResolveField('regions')
  async regions(@Parent() { regionCodes }: RemoteView) {
    const tree = await this.places.treeKnowing(regionCodes);
    return regionCodes.map((code) => tree.region(code)).filter((region) => region !== undefined);
  }

  private personOf(id: string, context: RequestContext): Promise<PersonRecord | undefined> {
    return perRequest(context, RemotesResolver, () => batchOf((ids) => this.people.byIds(ids))).load(id);
  }
}
