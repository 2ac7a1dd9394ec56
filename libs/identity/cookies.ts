import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform';

/**
 * The session cookie. Behind TLS its name begins with `__Host-`, so that no other host and no unencrypted page can plant one
 * (RFC 6265bis, section 4.1.3.2). It goes with requests from the hub's own pages only, and no script can read it.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly attributes: string;
  private readonly lifetime: number;

  constructor(@Inject(CONFIG) config: Pick<Config, 'publicUrl' | 'sessionHours'>) {
    const secure = config.publicUrl.startsWith('https:');
    this.name = secure ? '__Host-watchfire' : 'watchfire';
    this.attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
    this.lifetime = config.sessionHours * 60 * 60;
  }

  /** The value in a `Cookie` header; `null` without one. */
  read(header: string | undefined): string | null {
    for (const pair of header?.split(';') ?? []) {
      const at = pair.indexOf('=');
      if (pair.slice(0, at).trim() === this.name) return pair.slice(at + 1).trim();
    }
    return null;
  }

  /** The `Set-Cookie` header that carries a secret. */
  carrying(secret: string): string {
    return `${this.name}=${secret}; ${this.attributes}; Max-Age=${this.lifetime}`;
  }

  /** The `Set-Cookie` header that removes it. */
  removing(): string {
    return `${this.name}=; ${this.attributes}; Max-Age=0`;
  }
}
