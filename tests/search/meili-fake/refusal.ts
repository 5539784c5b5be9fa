/** A refusal of Meilisearch: its code, type and status, as its error reference lists them. */
export class FakeRefusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
    this.status = statuses[code] ?? 400;
  }

  get body() {
    return {
      message: this.message,
      code: this.code,
      type: this.status === 401 || this.status === 403 ? 'auth' : this.status >= 500 ? 'internal' : 'invalid_request',
      link: `https://docs.meilisearch.com/errors#${this.code}`,
    };
  }
}

const statuses: Record<string, number> = {
  missing_authorization_header: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  document_not_found: 404,
  task_not_found: 404,
  not_found: 404,
  payload_too_large: 413,
  internal: 500,
};

export const noIndex = (uid: string) => new FakeRefusal('index_not_found', `Index \`${uid}\` not found.`);
