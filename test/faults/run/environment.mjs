import { TestEnvironment } from 'jest-environment-node';

/** Skips what follows the first failure, and marks what failed in a hook: there no test has found anything. */
export default class StopAtFirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_start' && this.failed) event.test.mode = 'skip';
    if (event.name === 'test_fn_failure') this.failed = true;
    if (event.name === 'hook_failure' && event.error instanceof Object && 'stack' in event.error) {
      event.error.stack = `HookFailure: ${event.error.stack}`;
    }
  }
}
