import type { IncomingMessage } from 'node:http';
import { forbidden, rateLimited } from '#platform';
import { Admissions } from './admissions.js';
import type { Connection, Wire } from './connection.js';
import type { LiveHub } from './live-hub.js';
import type { Credentials } from './ports.js';

/** Decides who may open a live connection, whatever carries it, and counts those who have. */
export class Door {
  private readonly admissions: Admissions;
  private readonly inside = new Set<Connection>();

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
   * @returns the address, to be given to `gone` when the connection is over
   * @throws Refusal FORBIDDEN or RATE_LIMITED
   */
  knock(request: IncomingMessage): string {
    const { origin } = request.headers;
    if (origin !== undefined && !this.allowedOrigins.includes(origin.toLowerCase())) {
      throw forbidden('Pages of this origin may not connect.');
    }
    const address = this.addressOf(request);
    if (!this.admissions.enterFrom(address)) throw rateLimited('Too many connections.');
    return address;
  }

  /** Gives back the place of whoever knocked. */
  gone(address: string): void {
    this.admissions.leaveAddress(address);
  }

  /**
   * @returns a connection, to be given to `leave` when it is over
   * @throws Refusal when the credentials are not good, or their person has too many connections
   */
  async enter(wire: Wire, credentials: Credentials): Promise<Connection> {
    const connection = await this.hub.connect(wire, credentials);
    const person = personOf(connection);
    if (person !== undefined && !this.admissions.enterAs(person)) {
      this.hub.disconnect(connection);
      throw rateLimited('Too many connections.');
    }
    this.inside.add(connection);
    return connection;
  }

  leave(connection: Connection): void {
    if (!this.inside.delete(connection)) return;
    const person = personOf(connection);
    if (person !== undefined) this.admissions.leavePerson(person);
    this.hub.disconnect(connection);
  }
}

const personOf = ({ standing }: Connection): string | undefined => standing.principal.viewer?.personId;
