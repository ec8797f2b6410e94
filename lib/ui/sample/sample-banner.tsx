/** The sample's mark on a page that can remove it, and why it could not. */
import { ErrorNotice } from '../components/error-notice.tsx';
import { SampleBar } from './sample-bar.tsx';
import type { SampleStore } from './sample-store.ts';

interface SampleBannerProps {
  store: SampleStore;
  /** UTC ms. */
  now: number;
  /** The heading that takes the focus when the sample is gone. */
  returnId: string;
}

export function SampleBanner({ store, now, returnId }: SampleBannerProps) {
  const phase = store.phase.value;

  async function remove() {
    await store.remove();
    if (store.phase.value.name === 'removed') document.getElementById(returnId)?.focus();
  }

  return (
    <>
      <SampleBar busy={phase.name === 'removing'} onRemove={() => void remove()} />
      {phase.name === 'failed' ? <ErrorNotice error={phase.error} now={now} urgent /> : null}
    </>
  );
}
