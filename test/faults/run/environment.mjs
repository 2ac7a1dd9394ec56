import { TestEnvironment } from 'jest-environment-node';

/** Skips what follows the first failure, and marks what failed in a hook: there no test has found anything. */
export default class StopAtFirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_start' && this.failed) event.test.mode = 'skip';
    if (event.name === 'test_fn_failure') {
      this.failed = true;
      // What was compared may be of a shape that no report can hold.
      if (event.error?.matcherResult) delete event.error.matcherResult;
    }
    if (event.name === 'hook_failure' && event.error?.stack) {
      event.error.stack = `HookFailure: ${event.error.stack}`;
    }
  }
}
