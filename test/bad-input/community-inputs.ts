import type { Offices, Request, Things } from './request.js';

/** Good input for what runs the community and its accounts, and who asks so. */
export const communityRequests = (offices: Offices, things: Things): Record<string, Request> => ({
  addPlace: { as: 'operator', input: { code: '5502548000', name: 'Madison city' } },
  createMember: {
    as: 'operator',
    input: { name: 'Iowa County Election Office', kind: 'LOCAL', jurisdiction: '55049', agreedRegions: [] },
  },
  updateMember: {
    as: 'operator',
    input: { id: offices.neighbor.memberId, name: 'Rock County Clerk', jurisdiction: '55105' },
  },
  configureMember: { as: 'clerk', input: { id: offices.clerk.memberId, twoPersonRelease: false } },
  suspendMember: { as: 'operator', input: { id: offices.distant.memberId, reason: 'left the community' } },
  reinstateMember: { as: 'operator', input: { id: offices.distant.memberId } },
  invitePerson: {
    as: 'clerk',
    input: {
      memberId: offices.clerk.memberId,
      email: 'new@office.example',
      name: 'Second desk',
      roles: ['VIEWER'],
    },
  },
  invitePeople: {
    as: 'clerk',
    input: {
      memberId: offices.clerk.memberId,
      csv: 'email,name,roles\nthird@office.example,Third desk,VIEWER\n',
      dryRun: false,
    },
  },
  revokeInvitation: { as: 'clerk', input: { id: things.invitationId } },
  createPasswordReset: { as: 'clerk', input: { personId: offices.clerk.personId } },
  changeRoles: { as: 'operator', input: { personId: offices.neighbor.personId, roles: ['VIEWER'] } },
  setContact: { as: 'clerk', input: { personId: offices.clerk.personId, contact: true } },
  suspendPerson: {
    as: 'operator',
    input: { personId: offices.neighbor.personId, reason: 'left the office' },
  },
  reinstatePerson: { as: 'operator', input: { personId: offices.neighbor.personId } },
  createGroup: { as: 'clerk', input: { name: 'Lakes', memberIds: [offices.neighbor.memberId] } },
  renameGroup: { as: 'clerk', input: { groupId: things.groupId, name: 'Rivers' } },
  addGroupMember: { as: 'clerk', input: { groupId: things.groupId, memberId: offices.official.memberId } },
  removeGroupMember: { as: 'clerk', input: { groupId: things.groupId, memberId: offices.neighbor.memberId } },
  closeGroup: { as: 'clerk', input: { groupId: things.groupId } },
  signIn: { as: 'clerk', input: { email: 'clerk@office.example', password: 'not the right password' } },
  issueToken: { as: 'clerk', input: { email: 'clerk@office.example', password: 'not the right password' } },
  requestPasswordReset: { as: 'clerk', input: { email: 'nobody@office.example' } },
  testMail: { as: 'clerk', input: {} },
  acceptInvitation: {
    as: 'clerk',
    input: { token: 'wfi_unknown', password: 'quiet orchard lamp 27 paper', name: 'Desk' },
  },
  changePassword: {
    as: 'clerk',
    input: { currentPassword: 'whatever it was', newPassword: 'quiet orchard lamp 27 paper' },
  },
  endSession: { as: 'clerk', input: { id: offices.official.personId } },
  createApiKey: { as: 'clerk', input: { name: 'firewall', scopes: ['READ'], expiresInDays: 30 } },
  revokeApiKey: { as: 'clerk', input: { id: things.apiKeyId } },
});
