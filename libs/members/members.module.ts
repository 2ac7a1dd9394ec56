import { Global, Module } from '@nestjs/common';
import { Rights } from '#audit';
import { RegionsModule } from '#regions';
import { AcceptInvitations } from './accept-invitations.js';
import { AccessChanges } from './access-changes.js';
import { ChangeGroups } from './change-groups.js';
import { ChangeMembers } from './change-members.js';
import { ChangePeople } from './change-people.js';
import { GroupResolver } from './group.resolver.js';
import { GroupRosters } from './group-rosters.js';
import { Groups } from './groups.js';
import { InvitationResolver } from './invitation.resolver.js';
import { Invitations } from './invitations.js';
import { Invite } from './invite.js';
import { InvitePeople } from './invite-people.js';
import { ListMembers } from './list-members.js';
import { MemberResolver } from './member.resolver.js';
import { Members } from './members.js';
import { NamePages } from './name-pages.js';
import { People } from './people.js';
import { PersonResolver } from './person.resolver.js';
import { PersonAuthority } from './person-authority.js';
import { PresentRights } from './present-rights.js';
import { SuspendMembers } from './suspend-members.js';
import { Viewers } from './viewers.js';

const SHARED = [
  AcceptInvitations,
  AccessChanges,
  ChangeGroups,
  Groups,
  Invitations,
  Invite,
  InvitePeople,
  Members,
  People,
  PersonAuthority,
  Viewers,
];

@Global()
@Module({
  imports: [RegionsModule],
  providers: [
    ...SHARED,
    ChangeMembers,
    ChangePeople,
    GroupRosters,
    ListMembers,
    NamePages,
    { provide: Rights, useClass: PresentRights },
    SuspendMembers,
    GroupResolver,
    InvitationResolver,
    MemberResolver,
    PersonResolver,
  ],
  exports: [...SHARED, Rights],
})
export class MembersModule {}
