import type { Command } from 'commander';
import { enumOption, enumsOption, listOption, textsOption } from '../options/values.js';
import type { ContentFields } from './fields.js';

export interface ContentOptions {
  readonly kind?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string;
  readonly instructions?: string;
  readonly severity?: string;
  readonly urgency?: string;
  readonly certainty?: string;
  readonly system?: readonly string[];
  readonly product?: readonly string[];
  readonly cve?: readonly string[];
  readonly reference?: readonly string[];
  readonly confidence?: string;
  readonly sourcing?: string;
  readonly handling?: readonly string[];
  readonly onBehalfOf?: string;
  readonly anonymous?: boolean;
  readonly status?: string;
  readonly answerWithin?: string;
  readonly expires?: string;
}

export interface AudienceOptions {
  readonly tlp?: string;
  readonly region?: readonly string[];
  readonly memberKind?: readonly string[];
  readonly group?: readonly string[];
  readonly person?: readonly string[];
}

/** Options for what a publication says. */
export const withContent = (command: Command): Command =>
  command
    .addOption(enumOption('-k, --kind <kind>', 'what kind it is', 'PublicationKind'))
    .option('-t, --title <text>', 'its title')
    .option('--summary <text>', 'its gist')
    .option('--body <text>', 'its body, in Markdown')
    .option('--instructions <text>', 'what to do, in Markdown')
    .addOption(enumOption('--severity <level>', 'how severe it is', 'Severity'))
    .addOption(enumOption('--urgency <urgency>', 'how soon to act', 'Urgency'))
    .addOption(enumOption('--certainty <certainty>', 'how sure it is', 'Certainty'))
    .addOption(enumsOption('--system <systems>', 'affected systems', 'AffectedSystem'))
    .addOption(textsOption('--product <name>', 'an affected product; repeatable'))
    .addOption(listOption('--cve <ids>', 'CVEs that it names', (text) => text))
    .addOption(textsOption('--reference <reference>', "further reading: 'Title <https://…>'; repeatable"))
    .addOption(
      enumOption('--confidence <level>', 'for a bulletin: analytic confidence', 'AnalyticConfidence'),
    )
    .option('--sourcing <text>', 'for a bulletin: the sourcing statement')
    .addOption(textsOption('--handling <caveat>', 'for a bulletin: a handling caveat; repeatable'))
    .option('--on-behalf-of <member>', 'for the hub: the federal partner on whose behalf')
    .option('--anonymous', 'hide the origin from all but your own people and hub analysts')
    .addOption(enumOption('--status <status>', 'whether it is real', 'PublicationStatus'))
    .option('--answer-within <time>', 'ask for an answer within 30m, 4h, 1d')
    .option('--expires <time>', "when it stops being current: 48h, or '2026-11-05 18:00'");

/** Options for whom it is addressed to. */
export const withAudience = (command: Command): Command =>
  command
    .addOption(enumOption('--tlp <label>', 'its TLP', 'Tlp'))
    .addOption(textsOption('-r, --region <region>', "a region to address: 55025, 'dane wi', us; repeatable"))
    .addOption(enumsOption('--member-kind <kinds>', 'only these kinds of member', 'MemberKind'))
    .addOption(textsOption('--group <group>', 'a sharing group to address, by name or id; repeatable'))
    .addOption(
      textsOption('--person <person>', "for red, a person: 'Name', 'Member: Name' or an id; repeatable"),
    );

export const contentFields = (options: ContentOptions): ContentFields =>
  given({
    kind: options.kind,
    title: options.title,
    summary: options.summary,
    body: options.body,
    instructions: options.instructions,
    severity: options.severity,
    urgency: options.urgency,
    certainty: options.certainty,
    systems: options.system,
    products: options.product,
    cves: options.cve,
    references: options.reference,
    confidence: options.confidence,
    sourcing: options.sourcing,
    handling: options.handling,
    onBehalfOf: options.onBehalfOf,
    attribution: options.anonymous ? 'anonymous' : undefined,
    status: options.status,
    answerWithin: options.answerWithin,
    expires: options.expires,
  });

export const audienceFields = (options: AudienceOptions): ContentFields =>
  given({
    tlp: options.tlp,
    regions: options.region,
    memberKinds: options.memberKind,
    groups: options.group,
    persons: options.person,
  });

const given = (fields: Record<string, unknown>): ContentFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ContentFields;
