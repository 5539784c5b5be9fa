/** The result of something that may be refused for an expected reason. A fault throws instead. */
export type Outcome<Value, Reason extends string> = Accepted<Value> | Refused<Reason>;

export type Accepted<Value> = { ok: true; value: Value };

/** `detail` fills the placeholders of the refusal's text; it never holds private data. */
export type Refused<Reason extends string> = { ok: false; reason: Reason; detail?: Record<string, string | number> };

export function accepted(): Accepted<void>;
export function accepted<Value>(value: Value): Accepted<Value>;
export function accepted<Value>(value?: Value): Accepted<Value | undefined> {
  return { ok: true, value };
}

export function refused<const Reason extends string>(
  reason: Reason,
  detail?: Record<string, string | number>,
): Refused<Reason> {
  return detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
}
