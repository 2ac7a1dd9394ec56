import { Global, Module } from '@nestjs/common';
import { MembersModule } from '#members';
import { AcceptInvitation } from './accept-invitation.js';
import { ApiKeys } from './api-keys.js';
import { Authenticator } from './authenticator.js';
import { BasicOrBearer } from './basic-or-bearer.js';
import { Carriers } from './carriers.js';
import { ChangePassword } from './change-password.js';
import { CheckPassword } from './check-password.js';
import { SessionCookie } from './cookies.js';
import { Credentials } from './credentials.js';
import { EndSessions } from './end-sessions.js';
import { IdentityResolver } from './identity.resolver.js';
import { LastUse } from './last-use.js';
import { OwnWords } from './own-words.js';
import { PasswordHasher } from './password/hasher.js';
import { RequestPasswordReset } from './recovery/request-password-reset.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { Throttle } from './throttle.js';
import { ViewerResolver } from './viewer.resolver.js';

const SHARED = [Authenticator, BasicOrBearer, Credentials, Sessions];

@Global()
@Module({
  imports: [MembersModule],
  providers: [
    ...SHARED,
    AcceptInvitation,
    ApiKeys,
    Carriers,
    ChangePassword,
    CheckPassword,
    EndSessions,
    LastUse,
    OwnWords,
    PasswordHasher,
    RequestPasswordReset,
    SessionCookie,
    SignIn,
    Throttle,
    IdentityResolver,
    ViewerResolver,
  ],
  exports: SHARED,
})
export class IdentityModule {}
