/** A background in a fresh world, ready to sign in. */
import { CLIENT, createWorld } from './world.ts';

/** `start` signs in as whoever is at the browser: to a new account, or to renew the one named. */
export function setUpSignIn() {
  const world = createWorld();
  const life = world.live();
  const start = (renew: string | null = null, clientId = CLIENT) =>
    life.vault.signIn({ clientId, renew });
  return { world, life, start };
}
