import { list, paragraphs, steps, type Text } from '../text.js';

const HANDLING = 'Demonstration data: not a real intelligence report';

const bulletin = (text: Omit<Text, 'kind' | 'handling'> & { handling?: readonly string[] }): Text => ({
  kind: 'BULLETIN',
  ...text,
  handling: [HANDLING, ...(text.handling ?? [])],
});

/** What federal partners broadcast. No country, person or company is named: none of it is real. */
export const BULLETINS = {
  influenceNetwork: bulletin({
    title: 'Foreign network prepares claims about slow counts',
    summary:
      'Accounts run from abroad are being readied to present ordinary counting time as fraud in closely watched states.',
    body: paragraphs(
      'We assess that a network of about 400 accounts, run for a foreign government, will amplify claims that votes "appear" overnight. It has posed as local news in at least six states since summer.',
      list(
        'Posts are scheduled for the hours after polls close',
        'Pictures show real counting rooms from earlier years',
        'Local reporters are tagged to draw them in',
      ),
      'We have no indication that the network can reach or has tried to reach any system that counts.',
    ),
    instructions: steps(
      'Say early and often when results will be complete, and why it takes that long.',
      'Report posts about your office by an alert here; we pass them on.',
    ),
    tlp: 'AMBER',
    address: { regions: ['US'], memberKinds: ['STATE', 'LOCAL'] },
    severity: 'MEDIUM',
    affectedSystems: ['PUBLIC_INFORMATION'],
    analyticConfidence: 'HIGH',
    sourcing:
      "Based on technical data from two platforms, the accounts' own payments, and reporting of several services. The schedule rests on one source of established access.",
    handling: ['Do not quote the number of accounts'],
  }),
  registrationTargeting: bulletin({
    title: 'State-sponsored group probes voter registration portals',
    summary:
      'The same scanning seen in three states uses servers that we tie to a known group. Reading public data is the likely aim.',
    body: paragraphs(
      'The group rents servers by the week and pays with stolen cards. It tries name and birth date fields for injection, then leaves. It took nothing in the cases that we know.',
      'We assess that it wants material for false claims of access rather than access itself.',
    ),
    instructions: steps(
      'Compare logs since the first of last month with the addresses in the annex of your state.',
      'Keep logs for a year.',
    ),
    tlp: 'AMBER_STRICT',
    address: { regions: ['US'], memberKinds: ['STATE'] },
    severity: 'HIGH',
    affectedSystems: ['VOTER_REGISTRATION'],
    analyticConfidence: 'MODERATE',
    sourcing:
      'Based on logs shared by three states and on infrastructure known from earlier cases. The tie to the group rests on overlaps in servers and tools, which others could share.',
  }),
  ransomwareOutlook: bulletin({
    title: 'Criminal group times ransomware for the days before elections',
    summary:
      'Members of a ransomware crew discuss local governments as victims that pay fast when a deadline is near.',
    body: paragraphs(
      'The crew buys access from others: remote desktops without a second factor, and gateways that were not updated. It waits up to three weeks before it encrypts.',
      'Elections are to them a date, not a target. Counting systems off the network are out of their reach.',
    ),
    instructions: steps(
      'Update gateways and close forgotten remote access this week.',
      'Make sure that one copy of your backups cannot be deleted.',
      "Know how you would work for ten days without the county's network.",
    ),
    tlp: 'GREEN',
    address: { regions: ['US'] },
    severity: 'HIGH',
    affectedSystems: ['OFFICE_IT'],
    analyticConfidence: 'HIGH',
    sourcing:
      "Based on the crew's own messages, obtained in a joint investigation, and on five cases this year.",
    acknowledgeWithinMinutes: 4320,
  }),
  swattingTrend: bulletin({
    title: 'False emergency calls against election officials: pattern and prevention',
    summary:
      'Calls come in clusters after an official is in the news. A note at dispatch prevented harm in every case where there was one.',
    body: paragraphs(
      'In the last sixty days we counted 31 calls in 14 states. Callers use the Internet, a synthetic voice and details from data brokers.',
      'We have identified two callers abroad. More will follow them.',
    ),
    instructions: steps(
      'Ask your sheriff for a note at dispatch on home addresses.',
      "Ask data brokers to remove families' addresses; your state has a form.",
    ),
    tlp: 'AMBER',
    address: { regions: ['US'], memberKinds: ['STATE', 'LOCAL'] },
    severity: 'MEDIUM',
    affectedSystems: ['PEOPLE'],
    analyticConfidence: 'HIGH',
    sourcing:
      'Based on reports of local police and on interviews. Calls that were never reported are missing.',
  }),
  threatCases: bulletin({
    title: 'Threats to election workers: what to preserve for a prosecution',
    summary:
      'Of the cases closed this year, those with the original message and a log of calls went to court.',
    body: paragraphs(
      list(
        'Keep the message where it arrived; a picture of it is not enough',
        'Voice mail: save the file, not only the text',
        'Write down dates of what came before',
      ),
      'A threat need not be believed to be a crime. Report what frightens you.',
    ),
    instructions: steps(
      'Name one person in the office who keeps such things.',
      "Call the FBI field office's election crime contact.",
    ),
    tlp: 'GREEN',
    address: { regions: ['US'] },
    severity: 'LOW',
    affectedSystems: ['PEOPLE'],
    analyticConfidence: 'HIGH',
    sourcing: 'Based on closed cases of the last two years.',
  }),
  frontCompany: bulletin({
    title: 'Front company registers look-alike domains of election offices',
    summary:
      'Forty names that resemble county offices were paid for through a company that acts for a sanctioned person.',
    body: paragraphs(
      'The names stand idle. We assess with moderate confidence that they are kept for false pages in the week of the election.',
      'Registrars in the United States were told. Eleven names lie with registrars abroad and stay.',
    ),
    instructions: steps(
      'Block the listed names; the list is in the annex that your state holds.',
      'Report a new one by an alert, with the time that you saw it.',
    ),
    tlp: 'AMBER',
    address: { regions: ['R03', 'R04', 'R05'] },
    severity: 'MEDIUM',
    affectedSystems: ['PUBLIC_WEBSITE', 'PUBLIC_INFORMATION'],
    analyticConfidence: 'MODERATE',
    sourcing: 'Based on payment records and registration data. Who uses the names in the end is inferred.',
    handling: ['Not for release to the registrars named'],
  }),
  mediaAbroad: bulletin({
    title: 'State media abroad prepares reports of "chaos" at polling places',
    summary:
      'Crews were told to film lines and to interview voters who complain. They are within the law; their pictures will be cut.',
    body: paragraphs(
      'Expect crews near polling places in large cities. They carry ordinary press cards. Nothing suggests that they mean to disturb voting.',
      'The material is meant for audiences abroad first and returns by social media within hours.',
    ),
    instructions: steps(
      'Treat them as any press: outside of the line that your law draws.',
      'Have somebody who can speak for the office at large sites.',
    ),
    tlp: 'AMBER',
    address: { regions: ['R02', 'R03', 'R04', 'R05', 'R09'], memberKinds: ['STATE', 'LOCAL'] },
    severity: 'LOW',
    affectedSystems: ['PUBLIC_INFORMATION', 'PHYSICAL_FACILITY'],
    analyticConfidence: 'LOW',
    sourcing:
      "Based on one source of limited access and on how the outlets worked in other countries' elections.",
  }),
  insiderRecruiting: bulletin({
    title: 'Strangers offer money to temporary election workers',
    summary:
      'Three temporary workers were offered money online for pictures of equipment and for their badge numbers.',
    body: paragraphs(
      'The offers came through job platforms from accounts created abroad. All three workers reported them.',
      'Pictures of a screen or a seal number are enough to make a false story look true.',
    ),
    instructions: steps(
      'Tell temporary staff at training, kindly: you may be asked; tell us, nothing happens to you.',
      'No telephones in rooms with equipment.',
    ),
    tlp: 'AMBER_STRICT',
    address: { regions: ['R05', 'R09'], memberKinds: ['STATE', 'LOCAL'] },
    severity: 'MEDIUM',
    affectedSystems: ['PEOPLE', 'VOTING_MACHINE'],
    analyticConfidence: 'MODERATE',
    sourcing: "Based on interviews with the three workers and on the platforms' records.",
  }),
} satisfies Readonly<Record<string, Text>>;
