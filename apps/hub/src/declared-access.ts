import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ACCESS_DECLARATION, type AccessDeclaration } from '#contract';
import { DISCOVERY, READERS, TaxiiServer } from '#taxii';

/** The metadata key under which @nestjs/graphql keeps whether a method is a query, mutation or subscription. */
const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
const ROOTS = ['Query', 'Mutation', 'Subscription'];

export interface Entrance {
  /** `Query.publications`, `GET /healthz`. */
  readonly name: string;
  readonly declaration: AccessDeclaration | undefined;
}

/** Lists every way in, and lets the hub start only when each says who may use it. */
@Injectable()
export class DeclaredAccess implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly host: GraphQLSchemaHost,
    private readonly taxii: TaxiiServer,
  ) {}

  onApplicationBootstrap(): void {
    const entrances = this.entrances();
    const undeclared = entrances.filter(({ declaration }) => !declaration).map(({ name }) => name);
    if (undeclared.length) throw new Error(`Nobody said who may call ${undeclared.join(', ')}.`);
    const served = new Set(entrances.map(({ name }) => name));
    const missing = this.rootFields().filter((name) => !served.has(name));
    if (missing.length) throw new Error(`The contract promises ${missing.join(', ')}, which nothing serves.`);
  }

  entrances(): Entrance[] {
    return [...this.handlers(), ...this.ofTaxii()];
  }

  private ofTaxii(): Entrance[] {
    const below = this.taxii.endpoints.map(({ method, path, access }) => ({
      name: `${method} ${DISCOVERY}:root${path}`,
      declaration: access,
    }));
    return [{ name: `GET ${DISCOVERY}`, declaration: READERS }, ...below];
  }

  private handlers(): Entrance[] {
    const wrappers = [...this.discovery.getProviders(), ...this.discovery.getControllers()];
    return wrappers.flatMap(({ instance }) => {
      if (instance === null || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        const name = handler && this.nameOf(prototype.constructor, handler, method);
        return handler && name ? [{ name, declaration: this.declarationOf(handler) }] : [];
      });
    });
  }

  private nameOf(
    controller: object | undefined,
    handler: (...args: never[]) => unknown,
    method: string,
  ): string | null {
    const type = this.reflector.get<string | undefined>(RESOLVER_TYPE, handler);
    if (type && ROOTS.includes(type)) {
      return `${type}.${this.reflector.get<string | undefined>(RESOLVER_NAME, handler) ?? method}`;
    }
    const path = this.reflector.get<string | undefined>(PATH_METADATA, handler);
    if (path === undefined || !controller) return null;
    const verb = RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler)];
    const within = Reflect.getMetadata(PATH_METADATA, controller) as string | undefined;
    return `${verb} /${[within, path].filter((part) => part && part !== '/').join('/')}`;
  }

  private declarationOf(handler: (...args: never[]) => unknown): AccessDeclaration | undefined {
    return this.reflector.get<AccessDeclaration | undefined>(ACCESS_DECLARATION, handler);
  }

  private rootFields(): string[] {
    return ROOTS.flatMap((root) => {
      const type = this.host.schema.getType(root);
      return type && 'getFields' in type
        ? Object.keys(type.getFields()).map((field) => `${root}.${field}`)
        : [];
    });
  }
}
