import { asks, brief, check, finds, live, step } from '../screen.mjs';

const interest = { regions: ['55105'], below: true, above: true, kinds: ['ADVISORY'] };

const content = {
  kind: 'ADVISORY',
  title: 'Example Pollbook 4.2.9',
  summary: 'Books that lie unused for a month forget the time and refuse the server until it is set.',
  instructions: '1. Install 4.2.9.\n2. Switch each book on once a week.',
  tlp: 'AMBER',
  audience: { regions: ['55'] },
  affectedSystems: ['ELECTRONIC_POLLBOOK'],
  affectedProducts: ['Example Pollbook 4.2'],
};

/** A county subscribes to advisories for its region and gets one, live and in its inbox. */
export async function subscriber({ rock, milwaukee, vendor }) {
  step(
    4,
    'A county subscribes to advisories for its region',
    'Rock County wants advisories for itself and for what lies above it, in its inbox and live. Milwaukee County asks for alerts only.',
  );

  asks(rock.name, 'createSubscription: advisories, Rock County and above');
  await rock.must('subscribe', { input: { name: 'Advisories for Rock County', owner: 'PERSON', interest } });
  asks(rock.name, 'releases(filter: advisories for Rock County), live');
  await rock.listen({ kinds: interest.kinds, regions: interest.regions });

  asks(vendor.name, `publish advisory "${content.title}" to Wisconsin`);
  const start = performance.now();
  const { publish } = await vendor.must('publish', { input: { content } });
  check(publish.outcome === 'RELEASED', "The vendor's agreement lets it address Wisconsin.");
  const { id } = publish.publication;

  const { release, after } = await rock.hears(id, start);
  live(rock.name, `${release.what} ${brief(release.publication)}  +${after} ms`);
  const item = await rock.inboxItem(id);
  if (item) finds(rock.name, `${item.state} in the inbox: ${item.publication.title}`);
  check(item !== undefined, 'Rock County has it live and in the inbox.');

  const { publication } = await milwaukee.must('publication', { id });
  check(publication !== null, 'Milwaukee, which did not subscribe, may read it ...');
  check(!(await milwaukee.hasInInbox(id)), '... and is not bothered with it.');
}
