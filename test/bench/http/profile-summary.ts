import { readFileSync } from 'node:fs';
import type { Profiler, Runtime } from 'node:inspector';
import { round } from '../report/statistics.js';

/** Where a profile's time went: percent by part of the program, and by function. */
export interface ProfileSummary {
  readonly parts: readonly (readonly [part: string, percent: number])[];
  readonly functions: readonly (readonly [name: string, percent: number])[];
}

const MOST = 30;

/** The package, or the library or app of this project, that a script belongs to. */
function partOf({ url, functionName }: Runtime.CallFrame): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(idle)' || functionName === '(program)') return functionName.slice(1, -1);
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(url);
  if (packaged) return packaged[1] as string;
  const own = /dist\/((?:libs|apps)\/[^/]+(?:\/[^/]+(?=\/))?)/.exec(url);
  if (own) return own[1] as string;
  if (url.startsWith('node:')) return `node:${url.slice(5).split('/').slice(0, 2).join('/')}`;
  return url === '' ? 'native code of Node' : 'compiled queries and others';
}

export function summarize(file: string): ProfileSummary {
  const { nodes, samples = [], timeDeltas = [] } = JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile;
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let total = 0;
  samples.forEach((id, place) => {
    const frame = frames.get(id) as Runtime.CallFrame;
    const time = timeDeltas[place] ?? 0;
    if (frame.functionName === '(idle)') return;
    total += time;
    const where = frame.url.split('/').slice(-2).join('/');
    const name = `${frame.functionName || '(anonymous)'} ${where}${where ? `:${frame.lineNumber + 1}` : ''}`;
    parts.set(partOf(frame), (parts.get(partOf(frame)) ?? 0) + time);
    functions.set(name, (functions.get(name) ?? 0) + time);
  });
  const top = (times: ReadonlyMap<string, number>) =>
    [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([name, time]) => [name, round((time / total) * 100, 1)] as const);
  return { parts: top(parts), functions: top(functions) };
}
