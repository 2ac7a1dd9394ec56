import type {
  AddRemoteCollectionMutationVariables,
  ENUMS,
  RemoteCollectionsQuery,
  UpdateRemoteCollectionMutationVariables,
} from '../../../generated/operations.generated.js';
import type { FoundMember } from '../../../parts/member-field.js';
import type { FoundRegion } from '../../../parts/region-field.js';

type Tlp = (typeof ENUMS.Tlp)[number];

export type Collection = RemoteCollectionsQuery['remoteCollections'][number];

export const SIGNING_IN = ['KEEP', 'NOTHING', 'PASSWORD', 'TOKEN'] as const;
export const MINUTES: readonly string[] = ['1', '5', '15', '60', '360', '1440'];

/** What is filled in to have the hub read a collection of another server, or to change how it does. */
export interface Form {
  readonly name: string;
  readonly url: string;
  /** By what the hub signs in there; `KEEP` leaves what it has. */
  readonly by: (typeof SIGNING_IN)[number];
  readonly user: string;
  readonly secret: string;
  readonly office: Pick<FoundMember, 'id' | 'name'> | null;
  readonly personId: string;
  readonly tlp: Tlp;
  readonly regions: readonly Pick<FoundRegion, 'code' | 'fullName'>[];
  readonly releases: boolean;
  readonly minutes: string;
  /** A day, as `2026-11-03`, or nothing. */
  readonly from: string;
}

export const EMPTY: Form = {
  name: '',
  url: 'https://',
  by: 'NOTHING',
  user: '',
  secret: '',
  office: null,
  personId: '',
  tlp: 'AMBER',
  regions: [],
  releases: false,
  minutes: '15',
  from: '',
};

export const formOf = ({
  name,
  url,
  member,
  person,
  tlp,
  regions,
  releases,
  everyMinutes,
}: Collection): Form => ({
  ...EMPTY,
  ...{ name, url, tlp, regions, releases, by: 'KEEP', office: member, personId: person.id },
  minutes: String(everyMinutes),
});

export const isComplete = ({ name, url, by, user, secret, personId }: Form): boolean =>
  name.trim() !== '' &&
  URL.canParse(url) &&
  personId !== '' &&
  (by !== 'PASSWORD' || user !== '') &&
  (by === 'KEEP' || by === 'NOTHING' || secret !== '');

const shared = ({ name, personId, tlp, regions, releases, minutes }: Form) => ({
  ...{ name, personId, tlp, releases, everyMinutes: Number(minutes) },
  regions: regions.map(({ code }) => code),
});

function credentials({ by, user, secret }: Form) {
  if (by === 'PASSWORD') return { credentials: { user, password: secret } };
  if (by === 'TOKEN') return { credentials: { token: secret } };
  return by === 'NOTHING' ? { credentials: {} } : {};
}

export const toAdd = (form: Form): AddRemoteCollectionMutationVariables['input'] => ({
  ...{ ...shared(form), ...credentials(form), url: form.url },
  ...(form.from && { readFrom: `${form.from}T00:00:00Z` }),
});

export const toUpdate = (id: string, form: Form): UpdateRemoteCollectionMutationVariables['input'] => ({
  ...{ id, ...shared(form), ...credentials(form) },
});
