import { Router } from 'wouter';
import { Announcer } from './announcer.js';
import { LiveProvider } from './live.js';
import { Pages } from './pages.js';
import { SessionProvider } from './session.js';

/** The console, whole. */
export function Console() {
  return (
    <Router>
      <Announcer>
        <SessionProvider>
          <LiveProvider>
            <Pages />
          </LiveProvider>
        </SessionProvider>
      </Announcer>
    </Router>
  );
}
