import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title?: string;
  /** Whether screen readers break off for it. */
  readonly urgent?: boolean;
  readonly children?: ReactNode;
}

const CLASSES = {
  info: 'usa-alert usa-alert--info',
  success: 'usa-alert usa-alert--success',
  warning: 'usa-alert usa-alert--warning',
  error: 'usa-alert usa-alert--error',
};

/** A message that stands out. Its kind is told by words and icon, not by colour alone. */
export function Notice({ kind, title, urgent = false, children }: NoticeProps) {
  return (
    <div className={`${CLASSES[kind]} notice`} role={urgent ? 'alert' : undefined}>
      <div className="usa-alert__body">
        {title && <h2 className="usa-alert__heading">{title}</h2>}
        <div className="usa-alert__text">{children}</div>
      </div>
    </div>
  );
}
