import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { HttpRequest } from '#contract';
import { Authenticator } from './authenticator.js';

/**
 * Finds out who asks at a plain HTTP route: by the Authorization header alone. A cookie counts for nothing there, so that no
 * page of somebody else's can make a browser act.
 */
@Injectable()
export class HttpCallers implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  /** @throws Refusal UNAUTHENTICATED for a header that is not, or no longer, good */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'http') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const { authorization } = request.headers;
    if (authorization !== undefined)
      request.principal = await this.authenticator.authenticate({ authorization });
    return true;
  }
}
