/**
 * The shape in which messages travel, so that the parties can tell them apart: every listener
 * of an extension hears every message that is sent to the extension.
 */
export type Envelope =
  | { readonly waarborg: 'background'; readonly type: string; readonly input: unknown }
  | { readonly waarborg: 'page'; readonly type: string; readonly input: unknown; readonly tab: number }
  | { readonly waarborg: 'event'; readonly event: unknown };

/** A request to the background. */
export type BackgroundEnvelope = Extract<Envelope, { waarborg: 'background' }>;

/** An answer; its absence means that nobody listens. */
export type Reply = { readonly answer: unknown } | { readonly failure: string };

/** Whether a message is a request of ours to this party; other extensions and pages of ours send others. */
export function isEnvelope<K extends Envelope['waarborg']>(
  message: unknown,
  kind: K,
): message is Extract<Envelope, { waarborg: K }> {
  return (
    typeof message === 'object' && message !== null && 'waarborg' in message && message.waarborg === kind
  );
}

/** Whether somebody answered. */
export function isReply(message: unknown): message is Reply {
  return typeof message === 'object' && message !== null && ('answer' in message || 'failure' in message);
}
