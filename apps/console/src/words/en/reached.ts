import { many } from './many.js';

/** English: how people are reached, and whom to ask when nobody answers. */
export const reached = {
  preferences: {
    title: 'How I am reached',
    lead: 'What comes by e-mail, and when. Everything is in your inbox here in any case.',
    whose: 'Whose preferences',
    whosePreferences: { PERSON: 'Mine', MEMBER: 'My office’s' },
    memberText: 'This holds for everyone in your office who has not set it themselves.',
    mail: 'E-mail by severity',
    mailHint:
      'An emergency, and what is red and names you, always comes at once. So does, instead of in a digest, what is urgent or asks for an answer.',
    timings: { AT_ONCE: 'At once', DIGEST: 'In a digest', OFF: 'Not at all' },
    posted: 'Webhooks by severity',
    postedHint:
      'What is posted to webhooks, if there are any and as far as each asks for it. An emergency always is; what is red never.',
    quiet: 'Quiet hours',
    quietHint: 'In these hours nothing comes by e-mail but what is severe or worse. The rest waits.',
    keepQuiet: 'Keep quiet hours',
    from: 'From',
    until: 'Until',
    timeZone: 'Time zone',
    digest: 'Digests',
    every: 'How often',
    periods: { HOUR: 'Every hour', DAY: 'Every day', WEEK: 'Every week' },
    at: 'At what time',
    weekday: 'On which day',
    weekdays: {
      MONDAY: 'Monday',
      TUESDAY: 'Tuesday',
      WEDNESDAY: 'Wednesday',
      THURSDAY: 'Thursday',
      FRIDAY: 'Friday',
      SATURDAY: 'Saturday',
      SUNDAY: 'Sunday',
    },
    saved: 'Saved.',
    inherit: 'Follow my office in everything',
    inheritMember: 'Do what is usual in everything',
    following: 'You have set nothing yourself: this is how your office, or the hub, has it.',
    followingMember: 'Your office has set nothing: this is what is usual.',
    testMail: 'Send me a mail to try it',
    testSent: 'On its way. It should be in your mailbox within a minute.',
  },
  contacts: {
    title: 'Whom to ask when an alert goes unanswered',
    text: 'One after another, in this order; whoever is not on duty is passed over.',
    none: 'Nobody is named. Then everyone who may answer is asked.',
    always: 'always on duty',
    duty: (days: string, from: string, until: string) => `${days}, ${from} to ${until}`,
    change: 'Change',
    add: 'Add a person',
    choose: 'Choose …',
    up: (name: string) => `Ask ${name} earlier`,
    hours: (name: string) => `Hours on duty of ${name}`,
    addHours: 'Add hours on duty',
    days: 'Days',
  },
  remind: {
    action: 'Remind the silent',
    text: 'Everyone in the offices that have not answered gets one more e-mail. Each is reminded once.',
    done: (offices: number, people: number) =>
      people === 0
        ? 'All who are silent have been reminded already.'
        : `${many(people, 'person', 'people')} in ${many(offices, 'office', 'offices')} will be reminded.`,
  },
};
