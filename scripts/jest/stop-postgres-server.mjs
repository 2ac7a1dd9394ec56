export default async function teardown() {
  await globalThis.watchfirePostgres?.stop();
}
