import { list, paragraphs, slug, steps, type Telling } from '../text.js';

const lookUpFlood: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: `${state.name} voter look-up under a flood of requests`,
  summary: `The statewide look-up page answers slowly since ${random.whole(9, 11)}:${random.whole(10, 59)}. County registrars' access is separate and works.`,
  body: paragraphs(
    'Requests come from home routers in many countries and ask for names in alphabetical order. Our network provider is filtering; voters may see a waiting page.',
    'No data was taken: each request would have needed a birth date as well.',
  ),
  instructions: steps(
    'Send voters who call to the printed polling place list or look them up for them.',
    'Tell us if your own pages are slow, with the time.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['VOTER_REGISTRATION', 'PUBLIC_WEBSITE'],
  acknowledgeWithinMinutes: 120,
  hours: 24,
});

const falseStateMail: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: `Mail in the name of the ${state.name} election office asks for voter files`,
  summary: `${random.whole(4, 22)} counties were asked by a false state address to upload their absentee list "for the audit".`,
  body: paragraphs(
    `The sender is \`audit@${slug(state.name)}-elections-gov.example\`. The upload page carries our seal and takes any file.`,
    'Two offices noticed that the request did not come through the portal and called. We know of no upload so far.',
  ),
  instructions: steps(
    'We ask for files through the portal only. Delete this mail.',
    'Whoever uploaded something: answer "need help" now; we call you within the hour.',
    'Block the sending domain.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['VOTER_REGISTRATION', 'OFFICE_IT'],
  acknowledgeWithinMinutes: 60,
  hours: 96,
});

const threatWave: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: `Threats by e-mail to election offices across ${state.name}`,
  summary: `Since last night ${random.whole(6, 30)} offices received the same threat. The state police see no sign that it could be carried out, and are visiting offices.`,
  body: paragraphs(
    'The text demands that counting stop and gives a time. It was sent through an anonymous mail service abroad to addresses from our public directory.',
    list(
      'Offices stay open; deputies are posted where the sheriff asks for it',
      'Public meetings tonight take place with a guard at the door',
      'The message is with the FBI and with neighboring states',
    ),
  ),
  instructions: steps(
    'Do not answer it. Keep it with its headers.',
    'Go through the emergency plan with everyone who works today, visitors included.',
    'Answer here so that we see who has read this.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'SEVERE',
  urgency: 'IMMEDIATE',
  certainty: 'LIKELY',
  affectedSystems: ['PEOPLE', 'PHYSICAL_FACILITY'],
  acknowledgeWithinMinutes: 60,
  hours: 48,
});

const robocalls: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: 'Automated calls tell voters to wait for a second ballot',
  summary: `Voters in at least ${random.whole(4, 19)} counties of ${state.name} were told by a recorded voice not to return their absentee ballot yet. This is false.`,
  body: paragraphs(
    'The number shown is that of a county office, which is overrun with return calls. There is no second ballot.',
    'The attorney general has asked the carriers to trace the calls.',
  ),
  instructions: steps(
    'Put the true deadline on your home page and your telephone greeting.',
    'If your number is the one shown, answer "need help": we have a recorded line that can take calls for you.',
  ),
  tlp: 'CLEAR',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_INFORMATION'],
  hours: 72,
});

const registrationDown: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: `${state.name} registration system read-only after a failed update`,
  summary: `Records can be looked up but not changed until about ${random.whole(2, 5)} p.m. No record is lost.`,
  body: paragraphs(
    "Last night's update did not finish on one of two database servers. We keep the system read-only until both agree; the check of all records is under way.",
    'This is a fault of ours and not an attack.',
  ),
  instructions: steps(
    'Take applications on paper or in your own list; enter them tonight.',
    'Same-day registrants vote by the provisional procedure meanwhile.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['VOTER_REGISTRATION'],
  acknowledgeWithinMinutes: 240,
  hours: 12,
});

export const stateAlerts = {
  lookUpFlood,
  falseStateMail,
  threatWave,
  robocalls,
  registrationDown,
} satisfies Record<string, Telling>;
