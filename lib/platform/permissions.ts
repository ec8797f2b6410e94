/** Access to Spotify's hosts: granted on installing, but Firefox lets a person take it back. */
import { browser } from 'wxt/browser';

function hostOrigins(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

export async function hasHostAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: hostOrigins() });
}

/** Asks the person; must be called in the course of a click. */
export async function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: hostOrigins() });
}

export function onHostAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
