import type { Tlp } from '../../generated/operations.generated.js';
import { Refused } from '../../hub/refused.js';
import type { Words } from '../../words/spoken.js';

/** What came of one document. */
export interface Taken {
  readonly format: string;
  readonly what: keyof Words['imports']['what'];
  readonly sourceId: string;
  readonly title: string;
  readonly tlp: Tlp | null;
  readonly publicationId: string | null;
  readonly draftId: string | null;
  readonly indicators: number;
  readonly remarks: readonly string[];
}

/** A line of the answer to `POST /imports`. */
export interface Told {
  readonly taken?: Taken;
  readonly catalogue?: { readonly added: number; readonly changed: number };
  readonly error?: { readonly code: string; readonly message: string; readonly where: string | null };
}

interface Listener {
  /** Percent of the file that has left. */
  readonly sent: (percent: number) => void;
  readonly told: (one: Told | { readonly objects: number }) => void;
}

/**
 * Sends a document to the hub, as `fetch` cannot tell how much of a body has left.
 * @throws Refused where the hub refuses it as a whole, or the line breaks
 */
export function sendDocument(
  file: File,
  { dryRun, release }: { readonly dryRun: boolean; readonly release: boolean },
  { sent, told }: Listener,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let read = 0;
    const readOn = (whole: boolean) => {
      const end = whole ? request.responseText.length : request.responseText.lastIndexOf('\n') + 1;
      for (const line of request.responseText.slice(read, end).split('\n'))
        if (line.trim()) told(JSON.parse(line));
      read = Math.max(read, end);
    };
    request.open('POST', `/imports?dryRun=${dryRun}&release=${release}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => sent(Math.round((loaded / Math.max(1, total)) * 100));
    request.onprogress = () => {
      if (request.status === 200) readOn(false);
    };
    request.onload = () => {
      if (request.status !== 200) return reject(refusalIn(request.responseText));
      readOn(true);
      resolve();
    };
    request.onerror = () => reject(new Refused('OFFLINE', 'The line broke.'));
    request.send(file);
  });
}

function refusalIn(text: string): Refused {
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string };
    return new Refused(code ?? 'INTERNAL', message ?? '');
  } catch {
    return new Refused('INTERNAL', text.slice(0, 200));
  }
}

/** How far an import is: bytes sent and, once they are read, what the hub has told so far. */
export interface Import {
  readonly dryRun: boolean;
  readonly sent: number;
  readonly objects: number;
  readonly told: readonly Told[];
  readonly ended: boolean;
}
