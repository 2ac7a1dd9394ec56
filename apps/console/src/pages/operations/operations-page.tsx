import { useMay } from '../../app/session.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { AuditLog } from './audit/audit-log.js';
import { Verification } from './audit/verification.js';
import { DeadLetters } from './delivery/dead-letters.js';
import { DeliveryHealth } from './delivery/delivery-health.js';
import { RemoteCollections } from './remotes/remote-collections.js';

/** What runs the hub: for operators its deliveries and what it reads of others; for auditors the audit log, with its proof. */
export default function OperationsPage() {
  const words = useWords();
  const may = useMay();
  return (
    <>
      <PageTitle title={words.nav.operations} />
      {may('delivery.operate') && (
        <>
          <DeliveryHealth />
          <DeadLetters />
        </>
      )}
      {may('remote.read') && <RemoteCollections />}
      {may('audit.read') && (
        <>
          <Verification />
          <AuditLog />
        </>
      )}
    </>
  );
}
