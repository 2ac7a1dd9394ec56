/** Why reading needs no signing in. */
export const REASON = 'What is for everyone is also for those who have not signed in; keys decide the rest.';
