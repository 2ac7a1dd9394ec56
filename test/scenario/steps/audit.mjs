import { asks, check, hears, step } from '../screen.mjs';

/** Everything that was done is in the audit log, and its chain holds. */
export async function audit({ auditor }) {
  step(
    6,
    'The auditor checks the log',
    'Every action is an entry, chained to the one before it by its hash.',
  );
  asks(auditor.name, 'auditVerification');
  const { auditVerification: verdict } = await auditor.must('audit');
  hears(
    auditor.name,
    `${verdict.entries} entries, ${verdict.intact ? 'intact' : `broken at ${verdict.fault?.sequence}`}`,
  );
  check(verdict.intact && verdict.entries > 0, 'Nothing was changed, removed or reordered.');
}
