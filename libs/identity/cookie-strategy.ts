import passport from 'passport';
import type { Principal } from '#access';

/** Passport's strategy for the session cookie. */
export class CookieStrategy extends passport.Strategy {
  /** @param find who is behind a `Cookie` header; `null` for nobody */
  constructor(private readonly find: (header: string | undefined) => Promise<Principal | null>) {
    super();
  }

  override authenticate(request: { headers: { cookie?: string } }): void {
    this.find(request.headers.cookie).then(
      (principal) => (principal ? this.success(principal) : this.fail()),
      (error: unknown) => this.error(error),
    );
  }
}
