import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ANONYMOUS, type KeyScope, type Principal, principalOf, type Role } from '#access';
import { type AccessDeclaration, Act, Public, SignedIn } from './access.decorators.js';
import { AccessGuard, admit } from './access.guard.js';

const person = (role: Role, scopes: readonly KeyScope[] | null = null): Principal =>
  principalOf(
    {
      personId: 'p1',
      active: true,
      since: 0,
      roles: [role],
      member: { id: 'm1', kind: 'LOCAL', active: true, since: 0, jurisdiction: ['55025', '55', 'R05', 'US'] },
      groups: [],
    },
    { scopes },
  );
const act: AccessDeclaration = { kind: 'ACT', action: 'publication.release' };
const signedIn: AccessDeclaration = { kind: 'SIGNED_IN', reason: 'for a test' };
const open: AccessDeclaration = { kind: 'PUBLIC', reason: 'for a test' };

/** The code of the refusal, or none. */
function refusal(check: () => unknown): string | null {
  try {
    check();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}
const answer = (declaration: AccessDeclaration, principal: Principal) =>
  refusal(() => admit(declaration, principal));

describe('who is let in', () => {
  it('is anybody where all may', () => {
    for (const principal of [ANONYMOUS, person('VIEWER'), person('VIEWER', ['READ'])]) {
      expect(answer(open, principal)).toBeNull();
    }
  });

  it('is no API key that is good for publishing alone, where there is something to read', () => {
    expect(answer(open, person('VIEWER', ['PUBLISH']))).toBe('FORBIDDEN');
  });

  it('is whoever has signed in, and an API key only if it reads', () => {
    expect(answer(signedIn, person('VIEWER'))).toBeNull();
    expect(answer(signedIn, person('VIEWER', ['READ']))).toBeNull();
    expect(answer(signedIn, person('VIEWER', ['PUBLISH']))).toBe('FORBIDDEN');
    expect(answer(signedIn, ANONYMOUS)).toBe('UNAUTHENTICATED');
  });

  it('is whoever may ever act so, and an API key only if its scopes carry it', () => {
    expect(answer(act, person('RELEASER'))).toBeNull();
    expect(answer(act, person('RELEASER', ['PUBLISH']))).toBeNull();
    expect(answer(act, person('RELEASER', ['READ']))).toBe('FORBIDDEN');
    expect(answer(act, person('VIEWER'))).toBe('FORBIDDEN');
    expect(answer(act, ANONYMOUS)).toBe('UNAUTHENTICATED');
  });
});

describe('a way in', () => {
  class Ways {
    @Public('for a test')
    all() {}

    @SignedIn('for a test')
    known() {}

    @Act('publication.release')
    releasers() {}

    undeclared() {}
  }

  const asked = (way: keyof Ways, principal?: Principal) => {
    const context = {
      getHandler: () => Ways.prototype[way],
      getType: <T extends string>() => 'http' as T,
      switchToHttp: () => ({ getRequest: () => ({ principal }) }),
    } as unknown as ExecutionContext;
    return refusal(() => new AccessGuard(new Reflector()).canActivate(context));
  };

  it('is open to those for whom it says that it is', () => {
    expect(asked('all')).toBeNull();
    expect(asked('known')).toBe('UNAUTHENTICATED');
    expect(asked('releasers')).toBe('UNAUTHENTICATED');
  });

  it('of plain HTTP is open to whoever was found to ask', () => {
    expect(asked('known', person('VIEWER'))).toBeNull();
    expect(asked('releasers', person('VIEWER'))).toBe('FORBIDDEN');
    expect(asked('releasers', person('RELEASER'))).toBeNull();
  });

  it('is closed to all where it says nothing', () => {
    expect(asked('undeclared')).toBe('FORBIDDEN');
  });
});
