/** What CAP's own words are too few for, as parameters of an info block, so that a hub reads it back as it was. */
export const KIND = 'watchfire:kind';
export const SEVERITY = 'watchfire:severity';
/** Affected systems, separated by spaces. */
export const SYSTEM = 'watchfire:affected-systems';
