import { type Handle, list, paragraphs, steps, type Text } from './text.js';

/** What offices tell a sharing group, or one person, and nobody else. */
export const CLOSED: Readonly<Record<string, { readonly by: Handle; readonly text: Text }>> = {
  sameVisitor: {
    by: '55079',
    text: {
      kind: 'ALERT',
      title: 'Same visitor at the warehouses of three shore counties',
      summary:
        'A person with a clipboard asked for a tour of the equipment room at three of our warehouses within a week.',
      body: paragraphs(
        'He names a different company each time and drives the same van. Nobody let him in. We compare notes here before we tell the wider community.',
        list(
          'Monday: Kenosha, "fire inspection"',
          'Wednesday: Racine, "inventory"',
          'Friday: Milwaukee, "air conditioning"',
        ),
      ),
      instructions: steps(
        "Look at the visitors' book and the cameras of the last ten days.",
        'Answer here, also if he did not come.',
      ),
      tlp: 'AMBER_STRICT',
      address: { groups: ['LAKESHORE'] },
      severity: 'LOW',
      urgency: 'EXPECTED',
      certainty: 'OBSERVED',
      affectedSystems: ['PHYSICAL_FACILITY'],
      hours: 240,
    },
  },
  lentBooks: {
    by: '55',
    text: {
      kind: 'ADVISORY',
      title: 'Mutual aid: who lends whom pollbooks and people',
      summary: 'The list for this election, with telephone numbers, and what to bring when you are called.',
      body: paragraphs(
        'Each of us keeps a tenth of its spare pollbooks packed. Whoever calls first gets those of the nearest neighbor.',
        list(
          'Books travel with their chargers and a copy of the seal log',
          'Two people go with them and stay',
          "The borrower's rules apply",
        ),
      ),
      instructions: steps(
        'Check your line of the list.',
        'Tell your counties that the list exists, not what is on it.',
      ),
      tlp: 'AMBER',
      address: { groups: ['UPPER_MIDWEST'] },
      affectedSystems: ['ELECTRONIC_POLLBOOK', 'PEOPLE'],
    },
  },
  insiderWorry: {
    by: '55025',
    text: {
      kind: 'ALERT',
      title: "A temporary worker asked for the tabulator room's code",
      summary: "For the state's election desk only, until we know more.",
      body: 'The worker was with us for nine days and has left. The code was changed within the hour and the log shows no entry. We ask for advice before we talk to the agency that sent him.',
      instructions: steps('Please call the desk.'),
      tlp: 'RED',
      address: { desks: ['55'] },
      severity: 'MEDIUM',
      urgency: 'EXPECTED',
      certainty: 'POSSIBLE',
      affectedSystems: ['PEOPLE', 'BALLOT_TABULATION'],
      hours: 336,
    },
  },
};
