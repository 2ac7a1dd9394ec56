import { startHubFor } from './browser-hub.mjs';

export default () => startHubFor('WATCHFIRE_TEST_DEMO_CHANGED_OVER');
