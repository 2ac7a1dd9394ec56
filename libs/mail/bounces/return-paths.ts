import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Keyring } from '#platform';

const PURPOSE = 'mail/bounce';
/** Of the signature so many bytes: what stands before the `@` has 64 characters at most (RFC 5321, section 4.5.3.1.1). */
const SIGNED = 8;
const TOKEN = /^[0-9a-f]{48}$/;

/**
 * Where a mail comes back to when it cannot be delivered: an address that names its delivery, so that a report is known by where it
 * goes and not by what it quotes. It is signed, so nobody else can make an address fail.
 */
@Injectable()
export class ReturnPaths {
  private readonly before: string | null;
  private readonly after: string;

  constructor(
    @Inject(CONFIG) { bounceAddress }: Pick<Config, 'bounceAddress'>,
    private readonly keyring: Keyring,
  ) {
    const [local = '', domain = ''] = bounceAddress?.toLowerCase().split('@') ?? [];
    this.before = bounceAddress === null ? null : `${local}+`;
    this.after = `@${domain}`;
  }

  /** `bounces+<token>@hub.example`; `null` where no address is set. @param deliveryId a UUID */
  of(deliveryId: string): string | null {
    if (this.before === null) return null;
    const id = deliveryId.replaceAll('-', '');
    const [key] = this.keyring.openingKeys(PURPOSE);
    return `${this.before}${id}${signature(key as Buffer, id)}${this.after}`;
  }

  /** The delivery that an address names; `null` for any address that was not made here. Letters may have changed their case. */
  deliveryOf(address: string): string | null {
    const given = address.toLowerCase();
    if (this.before === null || !given.startsWith(this.before) || !given.endsWith(this.after)) return null;
    const token = given.slice(this.before.length, -this.after.length);
    if (!TOKEN.test(token)) return null;
    const [id, signed] = [token.slice(0, 32), token.slice(32)];
    const good = this.keyring
      .openingKeys(PURPOSE)
      .some((key) => timingSafeEqual(Buffer.from(signature(key, id)), Buffer.from(signed)));
    return good ? id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
  }
}

const signature = (key: Buffer, id: string): string =>
  createHmac('sha256', key).update(id).digest().subarray(0, SIGNED).toString('hex');
