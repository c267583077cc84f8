/**
 * Bounds the wait of a test for one effect, such as a drawing or an answer of the server, in milliseconds. It asserts
 * nothing: on a busy machine such a thing takes many times as long as on a quiet one.
 */
export const effectTimeoutMs = 40_000;
