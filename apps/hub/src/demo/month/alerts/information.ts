import { paragraphs, slug, steps, type Telling } from '../text.js';

const falseHours: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Text messages with false voting hours',
  summary: `Voters in ${place.name} received texts that say early voting ends ${random.pick(['today at noon', 'a day early', 'on Thursday'])}. It does not.`,
  body: paragraphs(
    `The texts greet voters by first name and show a picture with our seal. They come from many short-lived numbers; ${random.whole(40, 600)} voters sent us one.`,
    'Carriers were told and are blocking the sending service. We posted the true hours on all our channels.',
  ),
  instructions: steps(
    `Post your own hours today, in your own words, with the address of the ${state.name} voter page.`,
    'Do not repost the picture, not even crossed out.',
    'Send samples, with number and time, to your state; it passes them on to carriers.',
  ),
  tlp: 'CLEAR',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_INFORMATION'],
  hours: 72,
});

const clonedVoice: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Cloned voice of an election official in a sound clip',
  summary: `A clip of ${random.whole(15, 50)} seconds has the clerk of a county in ${state.name} "admit" that ballots were lost. The voice is synthetic.`,
  body: paragraphs(
    `It was shared about ${random.whole(2, 30)},000 times before the platforms labeled it. The clerk recorded an answer within two hours; a local station played both side by side.`,
    `${place.name} asked that others know the pattern: the clip begins with real words from a board meeting and goes on with made-up ones.`,
  ),
  instructions: steps(
    'Record a short, plain statement of your official now, to have it ready.',
    'Know whom to call at each platform and at two local newsrooms.',
    'Answer with what is true; name the clip only where people already heard it.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_INFORMATION', 'PEOPLE'],
  hours: 168,
});

const falseOfficeSite: Telling = ({ place, state }) => ({
  kind: 'ALERT',
  title: `Web site imitates the election office of ${place.name}`,
  summary:
    'A copy of our pages under another name offers "registration renewal" and asks for Social Security numbers.',
  body: paragraphs(
    `The address is \`${slug(place.name)}-elections.example\`. It was paid for as an advertisement above the true result in searches for "register to vote ${place.shortName}".`,
    `The registrar suspended the name after ${state.name} asked; the advertisement is gone. Copies for other counties may follow: the same owner registered eleven more names.`,
  ),
  instructions: steps(
    'Search for your own office as a voter would, on a telephone, and look at the advertisements.',
    'Ask your state to report look-alikes; one voice is heard sooner than many.',
    'Put "we never ask for your Social Security number by web" on your registration page.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_INFORMATION', 'PUBLIC_WEBSITE', 'VOTER_REGISTRATION'],
  hours: 168,
});

const falseResults: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: 'False screenshot of early results',
  summary: `A picture that looks like a results page of a county in ${state.name} shows totals of an election that has not been counted.`,
  body: paragraphs(
    `It carries tomorrow's date and the county's colors. ${random.whole(3, 20)} accounts posted it within ten minutes of each other, then argued among themselves.`,
    'No result exists: counting begins by law when the polls close. The page shows zeros, as it does in every test.',
  ),
  instructions: steps(
    'Check that your own page says plainly when first results are due.',
    'Tell the desks of local newsrooms before they ask.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  attribution: 'ANONYMOUS',
  severity: 'LOW',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_INFORMATION', 'ELECTION_NIGHT_REPORTING'],
  hours: 48,
});

const bulkRegistrations: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Hundreds of made-up registration applications in one batch',
  summary: `${place.name} set aside ${random.whole(180, 900)} paper applications from one drive. Handwriting repeats and house numbers do not exist.`,
  body: paragraphs(
    'None was entered. All were found by the usual checks: number against the motor vehicle file, address against the street file, a call to a sample.',
    'The drive paid by the form. The district attorney has the originals; the voters named are told by letter.',
  ),
  instructions: steps(
    'Look at the bundles of paid drives before the deadline rush, not after.',
    `Compare with the list of patterns that ${state.name} sends to registrars tonight.`,
    'Say to the press what the checks found, not what the forms would have done.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  severity: 'LOW',
  urgency: 'FUTURE',
  certainty: 'LIKELY',
  affectedSystems: ['VOTER_REGISTRATION'],
  hours: 336,
});

export const informationAlerts = {
  falseHours,
  clonedVoice,
  falseOfficeSite,
  falseResults,
  bulkRegistrations,
} satisfies Record<string, Telling>;
