import { Persona } from './persona.mjs';
import { check, ScenarioFailed, say } from './screen.mjs';

/** Who plays, by the names of the demo's personas, and what the screen calls them. */
const CAST = {
  dane: ['county-clerk', 'Dane County'],
  wisconsin: ['state-official', 'Wisconsin'],
  rock: ['neighbor-clerk', 'Rock County'],
  milwaukee: ['city-clerk', 'Milwaukee'],
  miami: ['distant-clerk', 'Miami-Dade'],
  florida: ['distant-state', 'Florida'],
  cisa: ['federal-analyst', 'CISA'],
  analyst: ['hub-analyst', 'Hub analyst'],
  vendor: ['vendor', 'Vendor'],
  auditor: ['auditor', 'Auditor'],
};

const LISTENERS = ['wisconsin', 'rock', 'milwaukee', 'miami', 'florida'];

/** Everybody signed in; five of them listen live to whatever they may see. */
export async function gather(hub) {
  const accounts = new Map((await hub.accounts()).map((account) => [account.persona, account]));
  const cast = {};
  for (const [role, [persona, name]] of Object.entries(CAST)) {
    const account = accounts.get(persona);
    if (!account) throw new ScenarioFailed(`The demo has no persona ${persona}.`);
    cast[role] = new Persona(hub.url, account, name);
  }
  const everybody = Object.values(cast);
  const viewers = await Promise.all(everybody.map((persona) => persona.signIn()));
  await Promise.all(LISTENERS.map((role) => cast[role].listen()));
  const names = (roles) => roles.map((role) => cast[role].name).join(', ');
  say(`Ten sign in: ${names(Object.keys(CAST))}. Live over WebSocket listen ${names(LISTENERS)}.`);
  check(
    viewers.every(({ person }, index) => person.name === everybody[index].account.name),
    'Each is who they say they are.',
  );
  return cast;
}

export const dismiss = (cast) => {
  for (const persona of Object.values(cast)) persona.stopListening();
};
