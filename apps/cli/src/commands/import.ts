import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { send, type Taken, type Told } from '../documents/send.js';
import { addressOf, fetched, type Source, sourcesOf } from '../documents/sources.js';
import { Failure } from '../failure.js';
import type { Hub } from '../hub/hub.js';
import { regionCodes } from '../names/region.js';
import { type EnumValue, enumOption, enumsOption, textsOption } from '../options/values.js';
import { safeLine } from '../terminal/sanitize.js';
import { tlpLabel } from '../terminal/words.js';

interface Options {
  readonly dryRun?: boolean;
  readonly release?: boolean;
  readonly anonymous?: boolean;
  readonly tlp?: EnumValue<'Tlp'>;
  readonly kind?: EnumValue<'PublicationKind'>;
  readonly region?: readonly string[];
  readonly to?: readonly EnumValue<'MemberKind'>[];
}

/** Documents that an index on the web leads to, through any number of indexes. */
const MOST_LINKS = 5_000;

export const define: Define = (command, act) => {
  command
    .description(
      'Take in STIX 2.1, CSAF 2.0, CAP 1.2 or MISP: each document becomes a draft, or a release with --release; or, as the hub, the KEV catalogue. Its format is recognised by what is in it; the same document again changes nothing, a newer version changes what became of the older.',
    )
    .argument(
      '<documents...>',
      'files, folders, web addresses (a document, a ROLIE or Atom index, a provider-metadata.json), or - for standard input',
    )
    .option('-n, --dry-run', 'say what would come of it, and change nothing')
    .option('--release', 'release what is complete, by the same rules as any release')
    .option('--anonymous', 'do not name your member as the origin')
    .addOption(
      enumOption('--tlp <label>', 'what documents without a marking get; AMBER at the loosest', 'Tlp'),
    )
    .addOption(enumOption('-k, --kind <kind>', 'make them this kind of publication', 'PublicationKind'))
    .addOption(
      textsOption(
        '-r, --region <region>',
        'address them to this region instead of those that they name; repeatable',
      ),
    )
    .addOption(enumsOption('--to <kinds>', 'only to these kinds of member', 'MemberKind'))
    .action(act(run));
  examples(command, [
    ['watchfire import icsa-22-154-01.json --dry-run', 'what would come of an advisory'],
    ['watchfire import ./advisories --release', 'a folder, each document checked against the hash beside it'],
    [
      'watchfire import https://provider.example/.well-known/csaf/provider-metadata.json',
      'all that a provider publishes',
    ],
    ['cat bundle.json | watchfire import - --tlp amber+strict', 'a bundle from elsewhere'],
  ]);
};

async function run(context: Context, documents: readonly string[], options: Options): Promise<void> {
  const hub = await context.hub();
  const settings = await settingsOf(hub, options);
  const faults: string[] = [];
  for (const argument of documents)
    for await (const source of sourcesOf(context, argument))
      await takeAll(context, hub, settings, source, faults);
  const [first, ...more] = faults;
  if (first)
    throw new Failure(
      'BAD_INPUT',
      more.length > 0 ? `${first} And ${more.length} more were refused.` : first,
    );
}

/** A document and, where it is an index on the web, what it leads to. */
async function takeAll(
  context: Context,
  hub: Hub,
  settings: URLSearchParams,
  begin: Source,
  faults: string[],
): Promise<void> {
  const waiting = [begin];
  const seen = new Set([begin.name]);
  for (let source = waiting.shift(); source; source = waiting.shift()) {
    const { url } = source;
    const links = await take(context, hub, settings, source, faults);
    if (url === null && links.length > 0)
      context.tell(source.name, (name) => `${safeLine(name)}: an index, which is followed on the web alone`);
    if (url === null) continue;
    for (const link of links) {
      const target = fetched(addressOf(link, url));
      if (seen.has(target.name)) continue;
      seen.add(target.name);
      if (seen.size > MOST_LINKS)
        throw new Failure('TOO_LARGE', `${begin.name} leads to more than ${MOST_LINKS} documents.`);
      waiting.push(target);
    }
  }
}

async function take(
  context: Context,
  hub: Hub,
  settings: URLSearchParams,
  source: Source,
  faults: string[],
): Promise<readonly string[]> {
  let links: readonly string[] = [];
  let attached: Told['attached'];
  const showAttached = (): void => {
    if (attached) context.showOne({ document: source.name, attached }, (shown) => withIt(shown.attached));
    attached = undefined;
  };
  const refused = (said: string): void => {
    faults.push(`${safeLine(source.name)}: ${safeLine(said)}`);
    context.tell(faults.at(-1) ?? '', (fault) => fault);
  };
  try {
    for await (const told of send(hub, settings, await source.open())) {
      if (told.objects && !context.json)
        context.tell(told.objects, (count) => `${source.name}: ${count} objects …`);
      if (told.attached) attached = told.attached;
      if (told.links) links = told.links;
      if (told.catalogue) context.showOne({ document: source.name, ...told.catalogue }, catalogue);
      if (told.error) refused(faultOf(told.error));
      if (told.taken) {
        showAttached();
        context.showOne({ document: source.name, ...told.taken }, line);
        if (told.taken.what === 'REFUSED') refused(told.taken.remarks.join(' '));
      }
    }
    showAttached();
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'UNREACHABLE' || error.code === 'UNAUTHENTICATED')
      throw error;
    refused(error.message);
  }
  return links;
}

const faultOf = ({ where, message }: NonNullable<Told['error']>): string =>
  where ? `at ${where}: ${message}` : message;

const catalogue = ({
  version,
  added,
  changed,
  ransomware,
  unchanged,
  publicationId,
  draftId,
}: NonNullable<Told['catalogue']>): string =>
  `KEV ${version}: ${added} added, ${changed} changed (${ransomware} newly used by ransomware), ${unchanged} unchanged${publicationId === null ? '' : `; told of in ${publicationId}`}${draftId === null ? '' : `; the news waits for review in ${draftId}`}`;

const WORDS: Readonly<Record<string, string>> = {
  DRAFTED: 'draft',
  RELEASED: 'released',
  SUBMITTED_FOR_REVIEW: 'waits for review',
  REVISED: 'revised',
  WITHDRAWN: 'withdrawn',
  UNCHANGED: 'unchanged',
  OWN: 'from this hub',
  REFUSED: 'refused',
};

/** What became part of a publication, with what somebody should look at again. */
const withIt = ({ indicators, sightings, left, harmless }: NonNullable<Told['attached']>): string =>
  [
    `  with ${indicators} indicators, ${sightings} sightings${left > 0 ? `; ${left} cannot be looked up` : ''}`,
    ...harmless.map(({ value, kind }) => `  ${safeLine(value)} is well known to be harmless: ${kind}`),
  ].join('\n');

const line = ({ what, title, tlp, draftId, publicationId, indicators, remarks }: Taken): string =>
  [
    `${WORDS[what] ?? what}  ${tlp === null ? 'unmarked' : tlpLabel(tlp)}  ${title}  ${draftId ?? publicationId ?? ''}`.trimEnd(),
    ...(draftId !== null && indicators > 0
      ? [`  ${indicators} indicators become part of it once it is released.`]
      : []),
    ...remarks.map((remark) => `  ${remark}`),
  ].join('\n');

async function settingsOf(hub: Hub, options: Options): Promise<URLSearchParams> {
  const regions = options.region ? await regionCodes(hub, options.region) : [];
  const said: Record<string, string | undefined> = {
    dryRun: options.dryRun ? 'true' : undefined,
    release: options.release ? 'true' : undefined,
    anonymous: options.anonymous ? 'true' : undefined,
    tlp: options.tlp,
    kind: options.kind,
    regions: regions.join(',') || undefined,
    memberKinds: options.to?.join(',') || undefined,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value !== undefined) params.append(name, value);
  return params;
}
