/** The one broadcast: "something changed, revision n". A page that missed it asks again. */
import { broadcast, onMessage } from '../platform/runtime.ts';
import type { RevisionNotice } from './contract.ts';

const TYPE: RevisionNotice['type'] = 'ostinato/revision';

/** Counts the background's changes and tells the open pages of each. */
export function createRevisions() {
  // Starts at the clock, so that a restarted background is always ahead of what pages remember.
  let revision = Date.now();
  return {
    current: () => revision,
    bump(): void {
      revision += 1;
      void broadcast({ type: TYPE, revision } satisfies RevisionNotice);
    },
  };
}

/** Calls `listener` at every change in the background, for as long as the page lives. */
export function onRevision(listener: (revision: number) => void): void {
  onMessage((message) => {
    if (isNotice(message)) listener(message.revision);
    return undefined;
  });
}

function isNotice(message: unknown): message is RevisionNotice {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === TYPE &&
    'revision' in message &&
    typeof message.revision === 'number'
  );
}
