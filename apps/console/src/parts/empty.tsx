import type { ReactNode } from 'react';
import { Icon, type IconName } from '../marks/icon.js';

export interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Instead of an empty list: why it is empty, and what to do next. */
export function Empty({ icon, title, text, children }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} large />
      <div>
        <p className="empty__title">{title}</p>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
