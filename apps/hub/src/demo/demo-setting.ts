/** The setting that marks a database as filled with the demo community; its value is when. */
export const DEMO_SETTING = 'demo';
