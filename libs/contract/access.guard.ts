import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { ANONYMOUS, mayEver, type Principal } from '#access';
import { forbidden, unauthenticated } from '#platform';
import { ACCESS_DECLARATION, type AccessDeclaration } from './access.decorators.js';
import type { HttpRequest, RequestContext } from './request-context.js';

/** The first of two checks: may this principal call this at all? The service then asks about the object. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const declaration = this.reflector.get<AccessDeclaration | undefined>(
      ACCESS_DECLARATION,
      context.getHandler(),
    );
    if (!declaration) throw forbidden();
    admit(declaration, askerOf(context));
    return true;
  }
}

/** Throws the refusal that a declaration gives this principal, if any. */
export function admit(declaration: AccessDeclaration, principal: Principal): void {
  if (declaration.kind === 'ACT') {
    if (principal.viewer === null) throw unauthenticated();
    if (!mayEver(principal.viewer, declaration.action, principal.scopes)) throw forbidden();
    return;
  }
  if (declaration.kind === 'SIGNED_IN' && principal.viewer === null) throw unauthenticated();
  if (principal.scopes !== null && !principal.scopes.includes('READ')) throw forbidden();
}

/** Who asks, over GraphQL or a plain route. */
export function askerOf(context: ExecutionContext): Principal {
  if (context.getType<GqlContextType>() !== 'graphql')
    return context.switchToHttp().getRequest<HttpRequest>().principal ?? ANONYMOUS;
  return GqlExecutionContext.create(context).getContext<RequestContext>().principal;
}
