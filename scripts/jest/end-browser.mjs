/** After the browser's tests. */
export default async function teardown() {
  await globalThis.watchfireDemoHub?.end();
}
