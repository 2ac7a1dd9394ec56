import { useMay, useViewer } from '../../app/session.js';
import { MemberWhole } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { NotFound } from '../not-found.js';
import { ContactOrder } from './contact-order.js';
import { Invitations } from './invitations.js';
import { Inviting } from './inviting.js';
import { InvitingMany } from './inviting-many.js';
import { People } from './people.js';
import { Settings } from './settings.js';
import type { MemberShown } from './shown.js';
import { Suspension } from './suspension.js';

/** An office: its people and, for whoever runs them, invitations, roles, settings. */
export default function MemberPage({ id }: { readonly id: string }) {
  const { data, error, loading, refresh } = useQuery(MemberWhole, { id });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  if (!data.member) return <NotFound />;
  return <Whole member={data.member} />;
}

function Whole({ member }: { readonly member: MemberShown }) {
  const words = useWords();
  const may = useMay();
  const { member: own, roles } = useViewer();
  const operates = roles.includes('OPERATOR');
  const manages = may('person.manage') && (own.id === member.id || operates);
  return (
    <>
      <PageTitle title={member.name} />
      <p className="lead">
        {words.memberKind[member.kind]}
        {member.jurisdiction && ` · ${member.jurisdiction.fullName}`}
      </p>
      {member.suspended && <Notice kind="warning">{words.members.suspendedText}</Notice>}
      <People member={member} manages={manages} />
      <ContactOrder member={member} may={own.id === member.id && may('preferences.setMember')} />
      {manages && <Inviting member={member} />}
      {manages && <InvitingMany member={member} />}
      {manages && member.invitations.edges.length > 0 && <Invitations member={member} />}
      {member.settings && <Settings member={member} may={manages && may('member.configure')} />}
      {operates && own.id !== member.id && <Suspension member={member} />}
    </>
  );
}
