import { hash, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** A secret that nobody can guess (256 bits), after a prefix that says what it is for. */
export function createSecret(prefix: string): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64url')}`;
}

/**
 * The form in which a secret of ours is kept: nobody can make the secret of it. A fast hash is enough,
 * since no guessing finds 256 random bits; for what a person thinks of, it is not.
 */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}
