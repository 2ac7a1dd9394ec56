import type { ENUMS, SubscriptionsQuery } from '../../generated/operations.generated.js';

type One<K extends keyof typeof ENUMS> = (typeof ENUMS)[K][number];
export type Subscription = SubscriptionsQuery['subscriptions'][number];

/** What a subscription asks for, as it stands in its form. */
export interface InterestForm {
  readonly name: string;
  readonly forMember: boolean;
  readonly regions: readonly { readonly code: string; readonly fullName: string }[];
  readonly below: boolean;
  readonly above: boolean;
  readonly kinds: readonly One<'PublicationKind'>[];
  readonly severity: One<'Severity'> | null;
  readonly systems: readonly One<'AffectedSystem'>[];
  readonly text: string;
  readonly newKnownExploited: boolean;
}

export const NO_INTEREST: InterestForm = {
  name: '',
  forMember: false,
  regions: [],
  below: true,
  above: true,
  kinds: [],
  severity: null,
  systems: [],
  text: '',
  newKnownExploited: false,
};

export const formOfSubscription = ({ name, owner, interest }: Subscription): InterestForm => ({
  name,
  forMember: owner === 'MEMBER',
  regions: interest.regions,
  below: interest.below,
  above: interest.above,
  kinds: interest.kinds,
  severity: interest.severityAtLeast,
  systems: interest.affectedSystems,
  text: interest.text ?? '',
  newKnownExploited: interest.newKnownExploited,
});

/** What the hub is told. */
export const interestOf = (form: InterestForm) => ({
  regions: form.regions.map(({ code }) => code),
  below: form.below,
  above: form.above,
  kinds: form.kinds,
  severityAtLeast: form.severity,
  affectedSystems: form.systems,
  text: form.text.trim() || null,
  newKnownExploited: form.newKnownExploited,
});
