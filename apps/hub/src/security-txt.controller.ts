import { Controller, Get, Inject } from '@nestjs/common';
import { Public } from '#contract';
import { Clock, CONFIG, type Config, notFound, timestamp } from '#platform';

/** RFC 9116, section 2.5.5, recommends less than a year. */
const GOOD_FOR = 180 * 24 * 60 * 60 * 1_000;

/** Tells whoever finds a weakness of the hub where to report it: RFC 9116. */
@Controller()
export class SecurityTxtController {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'securityContact' | 'publicUrl'>,
    private readonly clock: Clock,
  ) {}

  @Public('tells where to report a weakness of the hub')
  @Get('.well-known/security.txt')
  securityTxt(): string {
    const { securityContact, publicUrl } = this.config;
    if (securityContact === null) throw notFound();
    const expires = new Date(this.clock.now().getTime() + GOOD_FOR);
    return [
      `Contact: ${securityContact}`,
      `Expires: ${timestamp(expires)}`,
      'Preferred-Languages: en, es',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
