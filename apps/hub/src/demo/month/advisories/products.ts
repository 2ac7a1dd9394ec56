import { list, paragraphs, steps, type Text } from '../text.js';

/** Products and CVE ids are made up: no CVE id has a year before 1999. */
export const PRODUCT_ADVISORIES = {
  pollbookCertificates: {
    kind: 'ADVISORY',
    title: 'Example Pollbook 4.x: expired server certificate stops synchronization',
    summary:
      'Servers installed before March carry a certificate that ended this month. Version 4.2.7 renews it by itself; until then it is replaced by hand.',
    body: paragraphs(
      'The books go on working alone. When they meet the server again they merge check-ins and list double ones.',
      `**Affected**\n${list('Example Pollbook 4.0 to 4.2.6 with the server on site', 'Not affected: the hosted service')}`,
    ),
    instructions: steps(
      'Run `pollbook-server certificate --show` to see when yours ends.',
      'Install 4.2.7, or replace the certificate as in section 5 of the manual.',
      'Synchronize two books and check one voter at both.',
    ),
    tlp: 'AMBER',
    address: { groups: ['POLLBOOK_USERS'] },
    severity: 'MEDIUM',
    affectedSystems: ['ELECTRONIC_POLLBOOK'],
    affectedProducts: ['Example Pollbook 4.0', 'Example Pollbook 4.1', 'Example Pollbook 4.2'],
  },
  pollbookSignIn: {
    kind: 'ADVISORY',
    title: 'Example Pollbook 4.x: sign-in can be skipped with physical access',
    summary:
      'Somebody who holds a book that was left unlocked can open the maintenance page without a code. Fixed in 4.2.8.',
    body: paragraphs(
      'The page lets its user change which server the book talks to. It shows no voter data.',
      "We know of no use outside of our laboratory. The finder reported it to us in private and agreed on today's date.",
    ),
    instructions: steps(
      'Install 4.2.8 on all books before they leave the warehouse.',
      "Until then: seal the book's USB port and keep books in sight of two people.",
    ),
    tlp: 'GREEN',
    address: { regions: ['R04', 'R05'] },
    severity: 'MEDIUM',
    affectedSystems: ['ELECTRONIC_POLLBOOK'],
    affectedProducts: ['Example Pollbook 4.0', 'Example Pollbook 4.1', 'Example Pollbook 4.2'],
    cves: ['CVE-1900-10417'],
  },
  tabulatorRoller: {
    kind: 'ADVISORY',
    title: 'Example Central Count 7: feed rollers older than five years pull two sheets',
    summary:
      'Worn rollers may feed two ballots at once. The machine stops and says so; with the sound off the stop is easily missed.',
    body: paragraphs(
      'The count stays right if the operator follows the message on the screen: take both sheets out, feed them again.',
      'Rollers have a date code on the hub. We change those before week 30 of five years ago free of charge.',
    ),
    instructions: steps(
      'Read the date code.',
      'Ask for new rollers by the form in the portal.',
      'Leave the sound on.',
    ),
    tlp: 'AMBER',
    address: { regions: ['55', '12', '26', '39'] },
    severity: 'LOW',
    affectedSystems: ['BALLOT_TABULATION'],
    affectedProducts: ['Example Central Count 7'],
  },
  tabulatorExport: {
    kind: 'ADVISORY',
    title: 'Example Central Count 7: results export accepts a changed file name',
    summary:
      'An operator with an account can make the export write over another file on the results drive. Fixed in 7.3.1; no effect on the count.',
    body: paragraphs(
      "The export joins the contest's name to the drive's path without checking it. A contest named with `..` writes outside of the folder.",
      "The state's laboratory found it in a regular test. The management computer is never on a network.",
    ),
    instructions: steps(
      'Install 7.3.1 with the next certified update; your state says when.',
      'Until then: read contest names before export, and compare totals on the drive with the printed tape.',
    ),
    tlp: 'AMBER_STRICT',
    address: { regions: ['55', '12', '26', '39'] },
    severity: 'MEDIUM',
    affectedSystems: ['BALLOT_TABULATION', 'ELECTION_MANAGEMENT'],
    affectedProducts: ['Example Central Count 7.1', 'Example Central Count 7.2', 'Example Central Count 7.3'],
    cves: ['CVE-1900-10562'],
  },
  remoteDesktop: {
    kind: 'ADVISORY',
    title: 'Example Remote Desk gateway: update before the weekend',
    summary:
      'A fault in the gateway lets a stranger run programs on it. It is being used against local governments.',
    body: paragraphs(
      'The gateway is often put in by county IT and forgotten. It answers on port 8443 and shows a blue sign-in page.',
      `**Signs of use**\n${list('New accounts that begin with `svc-`', 'A task named `GatewayHealth` that runs each hour', 'Outgoing traffic to `198.51.100.77`')}`,
    ),
    instructions: steps(
      'Ask county IT today whether one exists; look from outside, too.',
      'Update to 12.4 or switch it off. Updating does not remove somebody who is already in.',
      'If you see a sign of use, take it off the network, leave it on, answer "need help".',
    ),
    tlp: 'CLEAR',
    address: { regions: ['US'] },
    severity: 'HIGH',
    affectedSystems: ['OFFICE_IT'],
    affectedProducts: ['Example Remote Desk gateway before 12.4'],
    cves: ['CVE-1900-10688', 'CVE-1900-10689'],
    acknowledgeWithinMinutes: 2880,
  },
  signingLibrary: {
    kind: 'ADVISORY',
    title: "Example Forms library: web forms may show another person's entries",
    summary: 'Absentee request forms built with the library can mix up two users under load. Fixed in 3.8.2.',
    body: paragraphs(
      "Two requests within the same few milliseconds may be answered with each other's page. We confirmed it in the laboratory at 200 requests a second.",
      'It matters for forms that show back what was typed: name, address, birth date.',
    ),
    instructions: steps(
      'Ask whoever built your forms whether they use it.',
      'Update, or take the confirmation page away meanwhile.',
    ),
    tlp: 'GREEN',
    address: { regions: ['US'] },
    severity: 'MEDIUM',
    affectedSystems: ['PUBLIC_WEBSITE', 'VOTER_REGISTRATION'],
    affectedProducts: ['Example Forms 3.6', 'Example Forms 3.7', 'Example Forms 3.8'],
    cves: ['CVE-1900-10731'],
  },
} satisfies Readonly<Record<string, Text>>;
