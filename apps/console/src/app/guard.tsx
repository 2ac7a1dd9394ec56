import { Component, type ReactNode } from 'react';
import { Broken } from '../parts/failure.js';

/** Keeps a fault in one page from taking the whole console with it. */
export class Guard extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
