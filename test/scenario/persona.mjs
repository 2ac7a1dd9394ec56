import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { OPERATIONS } from './operations.mjs';
import { ScenarioFailed } from './screen.mjs';

/** How long something that must come may take. Milliseconds. */
const PATIENCE = 15_000;
/** How long the scenario listens for what must not come. Milliseconds. */
const SILENCE = 400;
const PAUSE = 40;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A close event of the socket, an error, or GraphQL errors, as text. */
const told = ({ code, reason, message, ...rest }) =>
  [code, reason, message ?? JSON.stringify(rest)].join(' ').trim();

/** Asks until the answer is there, or gives the last one after a while. */
export async function eventually(ask, isThere) {
  for (const start = performance.now(); ; await sleep(PAUSE)) {
    const answer = await ask();
    if (isThere(answer) || performance.now() - start > PATIENCE) return answer;
  }
}

/** Somebody who uses the hub over its public API: HTTP for asking, a WebSocket for listening. */
export class Persona {
  #token;
  #client;
  #end = () => {};
  /** All that came live, in order: `{ release, at }`. */
  arrived = [];

  constructor(url, account, name) {
    this.url = url;
    this.account = account;
    this.name = name;
  }

  async signIn() {
    const { email, password } = this.account;
    const { issueToken } = await this.must('issueToken', { input: { email, password } });
    this.#token = issueToken.token;
    return issueToken.viewer;
  }

  /** The whole answer, errors among it. */
  async ask(operation, variables = {}) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      body: JSON.stringify({ query: OPERATIONS[operation], variables }),
    });
    return response.json();
  }

  /** The data of an answer that has no errors. */
  async must(operation, variables) {
    const { data, errors } = await this.ask(operation, variables);
    if (errors) throw new ScenarioFailed(`${this.name}, ${operation}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Listens to everything that is released from now on, or to what a filter lets through. */
  async listen(filter = null) {
    this.stopListening();
    const { releasePosition } = await this.must('position');
    this.#client = createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${this.#token}` },
    });
    const problems = [];
    this.#end = this.#client.subscribe(
      { query: OPERATIONS.releases, variables: { after: releasePosition, filter } },
      {
        next: ({ data, errors }) =>
          errors
            ? problems.push(errors)
            : this.arrived.push({ release: data.releases, at: performance.now() }),
        error: (error) => problems.push(error),
        complete: () => {},
      },
    );
    this.problems = problems;
  }

  /** The live entry about a publication, with the milliseconds since `start`. */
  async hears(publicationId, start) {
    const found = () => this.arrived.find(({ release }) => release.publicationId === publicationId);
    const entry = await eventually(
      async () => found(),
      (it) => it !== undefined || this.problems.length > 0,
    );
    if (!entry) {
      throw new ScenarioFailed(`${this.name} heard nothing live of it. ${this.problems.map(told).join(' ')}`);
    }
    return { ...entry, after: Math.max(1, Math.round(entry.at - start)) };
  }

  /** Whether nothing about a publication comes live for a while. */
  async hearsNothing(publicationId) {
    await sleep(SILENCE);
    return !this.arrived.some(({ release }) => release.publicationId === publicationId);
  }

  /** What the inbox has of a publication, as soon as it has it. */
  async inboxItem(publicationId) {
    const look = async () => {
      const { inbox } = await this.must('inbox');
      return inbox.edges.map(({ node }) => node).find(({ publication }) => publication.id === publicationId);
    };
    return eventually(look, (item) => item !== undefined);
  }

  async hasInInbox(publicationId) {
    const { inbox } = await this.must('inbox');
    return inbox.edges.some(({ node }) => node.publication.id === publicationId);
  }

  stopListening() {
    this.#end();
    this.#client?.dispose();
  }
}
