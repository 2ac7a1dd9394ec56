import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { absent, usage } from '../failure.js';
import {
  type ExportFormat,
  ExportPublication,
  ExportPublications,
  type ExportPublicationsQuery,
} from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { type FilterOptions, filtered, filterOf } from '../options/filter.js';
import { type EnumValue, enumOption } from '../options/values.js';
import { counted } from '../terminal/words.js';

interface Options extends FilterOptions {
  readonly format: EnumValue<'ExportFormat'>;
  readonly out?: string;
}

interface Exported {
  readonly publicationId: string;
  readonly fileName: string;
  readonly text: string;
}

const PAGE = 50;

export const define: Define = (command, act) => {
  command
    .description(
      'Write what you may see in another format: by ids, or by the same options as `list`. A file for each publication with --out; else everything to standard output. TLP:RED is left out.',
    )
    .argument('[ids...]', 'publications; without any, all that fit the options')
    .addOption(
      enumOption(
        '-f, --format <format>',
        'stix, misp, csaf, cap or csv',
        'ExportFormat',
      ).makeOptionMandatory(),
    )
    .option('-o, --out <folder>', 'the folder to write the files to; made when absent');
  filtered(command).action(act(run));
  examples(command, [
    [
      'watchfire export --format stix --kind bulletin --since 7d > week.json',
      "the week's bulletins as one bundle",
    ],
    ['watchfire export 3f0c… --format csaf', 'one advisory'],
    [
      'watchfire export --format cap --region wi --current --out ./cap',
      'current alerts for Wisconsin, a file each',
    ],
  ]);
};

async function run(context: Context, ids: readonly string[], options: Options): Promise<void> {
  const hub = await context.hub();
  const exported = ids.length > 0 ? byIds(hub, ids, options.format) : byFilter(hub, options);
  if (options.out === undefined) {
    const { header, documents } = await gathered(exported);
    if (documents.length === 0) throw absent('Nothing fits.');
    context.io.stdout.write(together(options.format, header, documents));
    return;
  }
  const folder = options.out;
  await mkdir(folder, { recursive: true });
  let count = 0;
  for await (const { header, document } of exported) {
    const name = basename(document.fileName);
    if (name !== document.fileName) throw usage('The hub names a file that would lie elsewhere.');
    await writeFile(join(folder, name), (header ?? '') + document.text, { mode: 0o600 });
    count += 1;
  }
  context.show({ count, folder }, (done) => `${counted(done.count, 'file')} in ${done.folder}`);
}

interface One {
  readonly header: string | null;
  readonly document: Exported;
}

async function* byIds(hub: Hub, ids: readonly string[], format: ExportFormat): AsyncGenerator<One> {
  for (const id of ids) {
    const { exportPublication: document } = await hub.read(ExportPublication, { id, format });
    if (!document) throw absent(`There is nothing by the id ${id} that leaves in this format.`);
    yield { header: null, document };
  }
}

async function* byFilter(hub: Hub, options: Options): AsyncGenerator<One> {
  const filter = await filterOf(hub, options);
  for (let after: string | null = null; ; ) {
    const answer: ExportPublicationsQuery = await hub.read(ExportPublications, {
      format: options.format,
      filter,
      first: PAGE,
      after,
    });
    const page = answer.exportPublications;
    for (const { node } of page.edges) yield { header: page.header ?? null, document: node };
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor ?? null;
  }
}

async function gathered(
  exported: AsyncIterable<One>,
): Promise<{ header: string | null; documents: Exported[] }> {
  const documents: Exported[] = [];
  let header: string | null = null;
  for await (const one of exported) {
    header = one.header;
    documents.push(one.document);
  }
  return { header, documents };
}

/** Several documents on one stream: bundles become one, messages of one format a list, lines follow each other. */
function together(format: ExportFormat, header: string | null, documents: readonly Exported[]): string {
  const texts = documents.map(({ text }) => text);
  if (format === 'CSV') return (header ?? '') + texts.join('');
  if (texts.length === 1) return texts[0] ?? '';
  if (format === 'CAP') throw usage('Each alert is a document of its own: give a folder with --out.');
  const values = texts.map((text) => JSON.parse(text) as { objects?: { id: string; modified?: string }[] });
  if (format !== 'STIX') return `${JSON.stringify(values, null, 2)}\n`;
  const objects = new Map(
    values
      .flatMap(({ objects: some = [] }) => some)
      .map((object) => [`${object.id} ${object.modified ?? ''}`, object]),
  );
  return `${JSON.stringify({ type: 'bundle', id: `bundle--${crypto.randomUUID()}`, objects: [...objects.values()] }, null, 2)}\n`;
}
