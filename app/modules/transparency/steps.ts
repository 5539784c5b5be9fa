/**
 * The rules of the log as steps that ask for what only a machine can do. So one text of the rules runs on a server, which
 * hashes at once, and in a browser, where hashing and fetching are promises.
 */
export type Question =
  | { ask: 'sha256'; bytes: Uint8Array }
  | { ask: 'ed25519'; publicKey: Uint8Array; message: Uint8Array; signature: Uint8Array }
  | { ask: 'file'; path: string };

type Answer = Uint8Array | boolean | null;

export type Steps<Result> = Generator<Question, Result, Answer>;

/** Who answers. `Now` is what a plain answer is wrapped in: nothing on a server, a promise in a browser. */
export type Machine = {
  sha256(bytes: Uint8Array): Uint8Array;
  verifiesEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  /** @returns null when there is no such file */
  readFile(path: string): Uint8Array | null;
};

export type SlowMachine = {
  [Ask in keyof Machine]: (
    ...given: Parameters<Machine[Ask]>
  ) => ReturnType<Machine[Ask]> | Promise<ReturnType<Machine[Ask]>>;
};

export function* sha256(bytes: Uint8Array): Steps<Uint8Array> {
  const answer = yield { ask: 'sha256', bytes };
  if (!(answer instanceof Uint8Array)) throw new TypeError('a hash is bytes');
  return answer;
}

export function* verifiesEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Steps<boolean> {
  return (yield { ask: 'ed25519', publicKey, message, signature }) === true;
}

/** @returns null when there is no such file */
export function* readFile(path: string): Steps<Uint8Array | null> {
  const answer = yield { ask: 'file', path };
  return answer instanceof Uint8Array ? answer : null;
}

/** Runs steps to their end at once. */
export function run<Result>(steps: Steps<Result>, machine: Machine): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next(answerOf(step.value, machine));
  return step.value;
}

/** Runs steps to their end, waiting for each answer. */
export async function walk<Result>(steps: Steps<Result>, machine: SlowMachine): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) step = steps.next(await answerOf(step.value, machine));
  return step.value;
}

function answerOf(question: Question, machine: Machine): Answer;
function answerOf(question: Question, machine: SlowMachine): Answer | Promise<Answer>;
function answerOf(question: Question, machine: SlowMachine): Answer | Promise<Answer> {
  if (question.ask === 'sha256') return machine.sha256(question.bytes);
  if (question.ask === 'file') return machine.readFile(question.path);
  return machine.verifiesEd25519(question.publicKey, question.message, question.signature);
}
