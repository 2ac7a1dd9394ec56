import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type Action, ANONYMOUS, type Principal } from '#access';
import type { HttpRequest, RequestContext } from './request-context.js';

/** Who may call a query, mutation, subscription or route. What carries none of these does not boot. */
export type AccessDeclaration =
  | { readonly kind: 'ACT'; readonly action: Action }
  | { readonly kind: 'SIGNED_IN'; readonly reason: string }
  | { readonly kind: 'PUBLIC'; readonly reason: string };

export const ACCESS_DECLARATION = 'watchfire:access';

const declare = (declaration: AccessDeclaration) => SetMetadata(ACCESS_DECLARATION, declaration);

/** For those who may ever act so; the service asks again about the object. */
export const Act = (action: Action) => declare({ kind: 'ACT', action });

/** For everyone who has signed in; what they see is decided by their keys. */
export const SignedIn = (reason: string) => declare({ kind: 'SIGNED_IN', reason });

/** For anyone; what they see is decided by their keys. */
export const Public = (reason: string) => declare({ kind: 'PUBLIC', reason });

/** The principal behind an operation of GraphQL. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal =>
    GqlExecutionContext.create(context).getContext<RequestContext>().principal,
);

/** The principal behind a request to a plain HTTP route. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal =>
    context.switchToHttp().getRequest<HttpRequest>().principal ?? ANONYMOUS,
);
