/** English: collections of other servers that the hub reads. */
export const remotes = {
  remotes: {
    title: 'Remote collections',
    text: 'Collections of other TAXII 2.1 servers that the hub reads. What comes becomes bulletins or drafts of the office that is named.',
    none: 'The hub reads none.',
    for: (office: string, minutes: number) => `For ${office}, every ${minutes} min`,
    releases: 'released at once',
    drafts: 'kept as drafts',
    paused: 'paused',
    failing: (since: string) => `failing since ${since}`,
    read: (time: string) => `read ${time}`,
    never: 'not read yet',
    counts: (taken: number, left: number, refused: number) =>
      `${taken} taken, ${left} known already, ${refused} refused`,
    failures: {
      UNREACHABLE: 'no connection',
      TIMED_OUT: 'no answer in time',
      ADDRESS_REFUSED: 'the address is not allowed',
      BUSY: 'asked to come later',
      NOT_ADMITTED: 'does not let the hub in',
      NOT_FOUND: 'no such collection, or not for us',
      SERVER_ERROR: 'the other side failed',
      WRONG_ANSWER: 'not an answer of TAXII 2.1',
      NOT_ALLOWED: 'whoever takes it in may not',
      REFUSED: 'what came was refused',
      INTERNAL: 'a fault of the hub',
    },
    poll: 'Read now',
    pause: 'Pause',
    goOn: 'Go on',
    adding: 'Others are added with “watchfire remotes add”, which asks for their secret.',
  },
};
