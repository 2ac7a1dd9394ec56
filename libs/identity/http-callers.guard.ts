import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { HttpRequest } from '#contract';
import { CONFIG, type Config } from '#platform';
import { Authenticator } from './authenticator.js';

/**
 * Finds out who asks at a plain HTTP route: by the Authorization header; or by the cookie, if the request is a POST that a page of
 * the hub's own makes. A browser names the page's origin with every POST (Fetch standard, section 3.1), and no page can say another:
 * so no page of somebody else's can make a browser act.
 */
@Injectable()
export class HttpCallers implements CanActivate {
  private readonly ownOrigin: string;

  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) { publicUrl }: Pick<Config, 'publicUrl'>,
  ) {
    this.ownOrigin = new URL(publicUrl).origin;
  }

  /** @throws Refusal UNAUTHENTICATED for a header that is not, or no longer, good */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'http') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const { authorization, cookie, origin } = request.headers;
    if (authorization !== undefined)
      request.principal = await this.authenticator.authenticate({ authorization });
    else if (cookie !== undefined && request.method === 'POST' && origin === this.ownOrigin)
      request.principal = await this.authenticator.authenticate({ cookie });
    return true;
  }
}
