import type { Config } from '#platform';
import { API_ROOTS, pathOf } from '../collections/api-roots.js';
import { type Answer, answered } from '../protocol/answer.js';

/** Server Discovery: TAXII 2.1, section 4.1. API roots are told as paths, which hold behind any proxy. */
export const discovery = ({ publicUrl }: Pick<Config, 'publicUrl'>): Answer =>
  answered({
    title: 'Watchfire',
    description: 'The hub of an election community: alerts, advisories, bulletins and indicators.',
    contact: publicUrl,
    default: pathOf(API_ROOTS[0]),
    api_roots: API_ROOTS.map(pathOf),
  });
