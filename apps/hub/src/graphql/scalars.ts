import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** A scalar that is a text within bounds, the same on its way in and out. */
function text(
  name: string,
  fits: (value: string) => boolean,
  expected: string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && fits(value)) return value;
    throw new GraphQLError(`${name}: ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => value as string,
  });
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** RFC 3339 with any offset comes in; UTC with milliseconds is what is kept and goes out. */
const dateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  parseValue: toUtc,
  parseLiteral: (node: ValueNode) => toUtc(node.kind === Kind.STRING ? node.value : null),
  serialize: (value) => value as string,
});

function toUtc(value: unknown): string {
  if (typeof value === 'string' && MOMENT.test(value) && isOnCalendar(value))
    return new Date(value).toISOString();
  throw new GraphQLError('DateTime: give a moment in RFC 3339, such as 2026-11-03T11:00:00Z.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Refuses 30 February, which `Date` would quietly turn into March. */
function isOnCalendar(value: string): boolean {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(value)) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(value.slice(0, 10))
  );
}

/** The contract's own scalars. */
export const scalars = {
  DateTime: dateTime,
  RegionCode: text(
    'RegionCode',
    (value) => /^[A-Z0-9]{2,10}$/.test(value),
    'give a code such as US, R05, 55 or 55025.',
  ),
  Cursor: text('Cursor', (value) => value.length <= 200, 'give a cursor that the hub gave.'),
};
