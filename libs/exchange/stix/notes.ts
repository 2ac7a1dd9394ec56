import { type Outgoing } from '../publication.js';
import { uuid5, WATCHFIRE_NAMESPACE } from '../uuid5.js';
import { common, type StixObject } from './object.js';

/** What stands beside a report's description, each as a note on it. STIX 2.1, section 4.14. */
export function notesOf(publication: Outgoing, report: StixObject): StixObject[] {
  const { instructions, sourcing, handling, withdrawal } = publication;
  const texts: [string, string, string | null][] = [
    ['instructions', 'What to do', instructions],
    ['sourcing', 'Sourcing statement', sourcing],
    ['handling', 'Handling caveats', handling.length > 0 ? handling.join('\n') : null],
    ['withdrawal', 'Why it was withdrawn', withdrawal?.reason || null],
  ];
  return texts.flatMap(([name, abstract, content]) => {
    if (content === null) return [];
    const uuid = uuid5(WATCHFIRE_NAMESPACE, `${publication.id}/note/${name}`);
    return [
      {
        ...common('note', uuid, publication.publishedAt, publication.updatedAt),
        created_by_ref: report.created_by_ref,
        object_marking_refs: report.object_marking_refs,
        abstract,
        content,
        object_refs: [report.id],
      } as StixObject,
    ];
  });
}
