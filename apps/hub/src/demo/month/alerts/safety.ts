import { list, paragraphs, steps, type Telling } from '../text.js';

const bombThreat: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Bomb threats by e-mail against polling places',
  summary: `${random.whole(3, 9)} early voting sites of ${place.name} were named in one message this morning. Police searched them and found nothing; they reopened within the hour.`,
  body: paragraphs(
    'The message is written in stiff English, names sites from the public list, and asks for nothing. Other counties in the state received the same text with their own sites.',
    list(
      'Sites were cleared by the plan, ballots and books went with the chief inspector',
      'A judge extended hours at two sites by forty minutes',
      'The message is with the FBI',
    ),
  ),
  instructions: steps(
    'Treat each threat as real until the police say otherwise; they decide, not the hub.',
    'Take ballots, books and the record of seals with you when you clear a room.',
    'Report times of closing and reopening here, so that the state can ask for more hours once for all.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'SEVERE',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PHYSICAL_FACILITY', 'PEOPLE'],
  acknowledgeWithinMinutes: 30,
  hours: 24,
});

const swatting: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: "False emergency call sends armed police to an official's home",
  summary: `A caller reported a shooting at the home of an election official in ${state.name}. Nobody was hurt. The sheriff had the address on a list of likely targets.`,
  body: paragraphs(
    `The call came at ${random.whole(8, 11)}:${random.whole(10, 59)} in the evening over the Internet with a local number. Dispatch saw the note beside the address and telephoned first.`,
    'The official asked us to share this without a name.',
  ),
  instructions: steps(
    'Give your sheriff the home addresses of those who are in the news, so that dispatch sees a note.',
    'Agree on a telephone number that dispatch calls before it sends anybody through a door.',
    'Talk with families about what to do: open hands, slow, do as told.',
  ),
  tlp: 'AMBER_STRICT',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  attribution: 'ANONYMOUS',
  severity: 'HIGH',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['PEOPLE'],
  hours: 336,
});

const powderLetter: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Letter with white powder at an election office',
  summary: `${place.name} closed its mail room after a clerk opened a letter with powder. ${random.whole(2, 6)} people were seen by a doctor; the powder is harmless.`,
  body: paragraphs(
    `The envelope has no sender, a stamp instead of a meter, and a postmark from another state. Inside is one line against the office. ${random.pick(['Cornstarch', 'Baking soda', 'Flour'])}, says the field test; a laboratory will confirm.`,
    'Absentee ballots that had come that day are kept apart and will be opened by a team with gloves; none is lost.',
  ),
  instructions: steps(
    'Open mail in a room of its own, with gloves, away from the air intake.',
    'If powder falls out: put it down, leave, close the door, wash hands, call 911.',
    'Photograph envelopes before they are opened; ballots stay with two people.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PHYSICAL_FACILITY', 'PEOPLE'],
  acknowledgeWithinMinutes: 240,
  hours: 96,
});

const strangeVisitors: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Visitors with false credentials ask to see voting equipment',
  summary: `${random.pick(['Two', 'Three'])} people with badges of an "election integrity unit" asked ${place.name} for access to the tabulator room. They left when asked for a warrant.`,
  body: paragraphs(
    `They had come to ${random.pick(['a city hall', 'a town office', 'a warehouse'])} nearby the day before and were let in as far as the corridor. The badges name an office that does not exist.`,
    'Cameras have them; the pictures are with the sheriff and not shared here.',
  ),
  instructions: steps(
    'Nobody enters a room with equipment without being on the list for that day, whatever the badge.',
    'Call the number that you know of the authority that they name, not the one on the card.',
    "Check the seals and the visitors' book of the last two weeks.",
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['PHYSICAL_FACILITY', 'VOTING_MACHINE'],
  hours: 168,
});

const dropBox: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Burning device in a ballot drop box',
  summary: `A device was pushed into a drop box of ${place.name} before dawn. The fire suppressant worked; ${random.whole(1, 12)} ballots are damaged and their voters are being called.`,
  body: paragraphs(
    'The box had been emptied the evening before. Camera and time are with the police; a second box two miles away was scratched but not opened.',
    "Voters who used that box after the last collection are asked to check their ballot's status.",
  ),
  instructions: steps(
    'Collect from outdoor boxes later in the evening and earlier in the morning this week.',
    'Check that suppressant cartridges are in and not expired.',
    'Log who collected, when, and the seal numbers, at every stop.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PHYSICAL_FACILITY'],
  acknowledgeWithinMinutes: 120,
  hours: 72,
});

export const safetyAlerts = {
  bombThreat,
  swatting,
  powderLetter,
  strangeVisitors,
  dropBox,
} satisfies Record<string, Telling>;
