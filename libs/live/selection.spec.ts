import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { contractSources, sharedFields } from '#contract';
import { Selections } from './selection.js';

const schema = buildSchema(contractSources().join('\n'));
const shared = sharedFields(contractSources());
const selections = new Selections({ schema, sharedFields: shared });

function selection(query: string, variables: Record<string, unknown> = {}, operationName?: string) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const made = selections.of(document, operationName, variables);
  expect(validate(schema, made.document)).toEqual([]);
  return made;
}

describe('what can be shared', () => {
  it.each([
    'subscription { releases { cursor what at publicationId } }',
    'subscription { releases { __typename publication { title origin { name } audience { regions { code } } } } }',
    'subscription { releases { ...R } } fragment R on Release { revision { ...V } } fragment V on Revision { number title }',
    'subscription { news: releases { publication { supersedes { title } } } }',
  ])('is what the contract marks so: %s', (query) => {
    expect(selection(query).shared).toBe(true);
  });

  it.each([
    'subscription { releases { revision { releasedBy { name } } } }',
    'subscription { releases { publication { audience { groups { id } } } } }',
    'subscription { releases { ...R } } fragment R on Release { publication { audience { persons { id } } } }',
    'subscription { releases { publication { ... on Publication { supersededBy { revision { releasedBy { id } } } } } } }',
  ])('is not what depends on the viewer: %s', (query) => {
    expect(selection(query).shared).toBe(false);
  });

  it('is nothing at all of a contract that marks nothing', () => {
    const none = new Selections({ schema, sharedFields: new Set() });
    expect(none.of(parse('subscription { releases { cursor } }'), undefined, {}).shared).toBe(false);
  });
});

describe('what is the same', () => {
  const query =
    'subscription R($after: Cursor, $filter: PublicationFilter) { releases(after: $after, filter: $filter) { cursor } }';

  it('does not depend on where one begins and what one filters by', () => {
    const one = selection(query, { after: 'a' });
    expect(selection(query, { after: 'b', filter: { kinds: ['ALERT'] } })).toBe(one);
    expect(selection('subscription R{releases(after:"c"){cursor}}')).toBe(one);
    expect(print(one.document)).toBe('subscription R {\n  releases {\n    cursor\n  }\n}');
    expect(one.variables).toEqual({});
  });

  it('depends on the variables that decide what is selected, and on nothing else that came along', () => {
    const by =
      'subscription ($with: Boolean!, $after: Cursor) { releases(after: $after) { cursor at @include(if: $with) } }';
    const yes = selection(by, { with: true, after: 'a', other: 1 });
    expect(selection(by, { with: true, after: 'b' })).toBe(yes);
    expect(selection(by, { with: false, after: 'a' })).not.toBe(yes);
    expect(yes.variables).toEqual({ with: true });
  });

  it('depends on what must be given to be asked at all', () => {
    const watch = 'subscription ($id: ID!) { commentsChanged(publicationId: $id) { id } }';
    const one = selection(watch, { id: 'a', other: 1 });
    expect(selection(watch, { id: 'a' })).toBe(one);
    expect(selection(watch, { id: 'b' })).not.toBe(one);
    expect(one.variables).toEqual({ id: 'a' });
  });

  it('is one of several operations with its own fragments only', () => {
    const two = `subscription A { releases { ...X } } subscription B { releases { ...Y } }
      fragment X on Release { cursor } fragment Y on Release { revision { releasedBy { id } } }`;
    const document = parse(two);
    expect(selections.of(document, 'A', {}).shared).toBe(true);
    expect(selections.of(document, 'B', {}).shared).toBe(false);
    expect(selections.of(document, 'A', {})).not.toBe(selections.of(document, 'B', {}));
  });
});
