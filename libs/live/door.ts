import type { IncomingMessage } from 'node:http';
import { forbidden, rateLimited } from '#platform';
import { Admissions } from './admissions.js';
import type { Connection, Wire } from './connection.js';
import type { LiveHub } from './live-hub.js';
import type { Credentials } from './ports.js';

/** A connection, and how to end it and give back its place. */
export interface Entered {
  readonly connection: Connection;
  readonly leave: () => void;
}

/** Decides who may open a live connection, whatever carries it. */
export class Door {
  private readonly admissions: Admissions;

  constructor(
    private readonly hub: LiveHub,
    private readonly allowedOrigins: readonly string[],
    private readonly addressOf: (request: IncomingMessage) => string,
  ) {
    this.admissions = new Admissions(hub.limits);
  }

  /**
   * The first look, at the request alone. A browser always names the origin of the page (RFC 6454, section 7.3); what names
   * none is no browser, and carries no cookie that a page could abuse.
   * @throws Refusal FORBIDDEN or RATE_LIMITED
   */
  knock(request: IncomingMessage): { readonly address: string; readonly leave: () => void } {
    const { origin } = request.headers;
    if (origin !== undefined && !this.allowedOrigins.includes(origin.toLowerCase())) {
      throw forbidden('Pages of this origin may not connect.');
    }
    const address = this.addressOf(request);
    const leave = this.admissions.fromAddress(address);
    if (!leave) throw rateLimited('Too many connections.');
    return { address, leave };
  }

  /** @throws Refusal when the credentials are not good, or their person has too many connections */
  async enter(wire: Wire, credentials: Credentials): Promise<Entered> {
    const connection = await this.hub.connect(wire, credentials);
    const person = connection.standing.principal.viewer?.personId;
    const giveBack = person === undefined ? () => {} : this.admissions.ofPerson(person);
    const leave = () => {
      giveBack?.();
      this.hub.disconnect(connection);
    };
    if (giveBack) return { connection, leave };
    leave();
    throw rateLimited('Too many connections.');
  }
}
