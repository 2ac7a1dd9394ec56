import type { Topic, Words } from './words.js';

export const ENGLISH: Record<Topic, Words> = {
  PHISHING: {
    name: 'Phishing',
    title: 'Phishing mails to election offices: [subject of the mail]',
    summary: 'Mails that claim to come from [sender] ask staff to [open an attachment, sign in].',
    body: `**What we see.** Since [time], [number] people here got mails from [address] with the subject "[subject]".
They link to [address, written with hxxp and brackets] or carry [name of the file].

**What happened here.** [Nobody clicked. / One person entered a password, which was changed at once.]`,
    instructions: `- Do not open the link or the attachment; report the mail to [contact].
- Search mailboxes for the sender and the subject, and remove what is found.
- Whoever entered a password: change it now and end all sessions.`,
  },
  RANSOMWARE: {
    name: 'Ransomware',
    title: 'Ransomware at [office or vendor]',
    summary: 'Files at [office] are being encrypted since [time]. [Systems] are off the network.',
    body: `**What we see.** At [time] files on [systems] got the ending [ending]; a note named [file] asks for payment.

**What is affected.** [Registration data: yes, no, not known.] [Connections to the state or to neighbors: cut at time.]

**Who knows.** [CISA, FBI field office, state police] were told at [time].`,
    instructions: `- Cut connections to [office] until it says otherwise; do not turn affected machines off.
- Look for the addresses and file names above.
- Check that your backups are offline and can be restored.
- Answer whether you have a connection to [office].`,
  },
  RESULTS_PAGE_DDOS: {
    name: 'Denial of service on a results page',
    title: 'Results page of [office] cannot be reached',
    summary: 'Since [time] the results page is flooded with requests. Counting is not affected.',
    body: `**What we see.** [Address] answers slowly or not at all since [time]; the traffic comes from [where].

**What is not affected.** Counting and the transfer of results go on; the page only shows them.

**What we do.** [Provider] filters the traffic; results are meanwhile at [other place].`,
    instructions: `- Turn on the protection of your own results page now.
- Tell the press where results are to be found meanwhile, and that counting goes on.
- Answer whether you see the same.`,
  },
  BOMB_OR_SWATTING_THREAT: {
    name: 'Bomb or swatting threat',
    title: 'Threat against [polling place or office]',
    summary:
      'A [bomb threat, false emergency call] named [place] at [time]. Police are [there, on their way].',
    body: `**What was said.** At [time] a threat came by [mail, telephone] from [address or number]: "[its words]".

**What is done.** [Place] was [cleared, searched] at [time]. Voting [goes on at other place, is to be extended until time].

**Whether others got it.** [Known so far.]`,
    instructions: `- Call 911 first if you get the same; then answer here.
- Keep the mail or the recording as it is, with its headers.
- Have the address of your second polling place and the number of your judge at hand.`,
  },
  TAMPERING: {
    name: 'Tampering',
    title: 'Signs of tampering with [equipment] at [place]',
    summary: 'At [time] [broken seals, an open cabinet, an unknown device] were found at [place].',
    body: `**What was found.** [What, by whom, when]; seal [number] was [broken, missing]. Photographs were taken.

**What is done.** The [equipment] is out of use, under lock, and its custody is written down. [Replacement] is in use.

**What is not known.** [Whether anything was changed.]`,
    instructions: `- Check seals and logs of the same equipment now, and write down what you find.
- Take nothing apart: set it aside and call [contact].
- Answer whether you found anything.`,
  },
  VOTING_DISINFORMATION: {
    name: 'Disinformation about voting',
    title: 'False statement about [when, where, how] to vote',
    summary: 'Posts on [platform] say that [false statement]. It is not true: [what is true].',
    body: `**What is said.** Since [time] [posts, calls, messages] say: "[false statement]". Examples: [addresses].

**What is true.** [The right statement], see [official page].

**How far it goes.** [Places, numbers, languages.] [Platform] was told at [time].`,
    instructions: `- Publish what is true on your page and channels; do not repeat the false statement in a headline.
- Send further examples, with address and picture.
- Tell poll workers what to answer.`,
  },
  POWER_OR_NETWORK_LOSS: {
    name: 'Loss of power or network',
    title: 'No [power, network] at [polling places]',
    summary:
      'Since [time] [number] polling places in [area] are without [power, network]. Voting goes on [how].',
    body: `**What we see.** [Places] are without [power, network] since [time]. The cause is [known cause, not known].

**How voting goes on.** [Paper pollbooks, emergency ballots, generators] are in use; lines are [length].

**Until when.** [Provider] expects to be back at [time].`,
    instructions: `- Bring out paper pollbooks and emergency ballots where you depend on the same provider.
- Write down when each place went out and came back.
- Answer whether you are affected and what you need.`,
  },
};
