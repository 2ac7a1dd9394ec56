/** After the browser's tests. */
export default async function teardown() {
  const hubs = globalThis.watchfireDemoHubs ?? [];
  globalThis.watchfireDemoHubs = [];
  await Promise.all(hubs.map((hub) => hub.end()));
}
