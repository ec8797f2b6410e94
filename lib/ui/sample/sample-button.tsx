/** Makes the sample listening, or opens the one that is there already. */
import { Button } from '../components/button.tsx';
import type { SampleStore } from './sample-store.ts';

interface SampleButtonProps {
  sample: SampleStore;
  children: string;
  kind?: 'primary' | 'plain';
}

export function SampleButton({ sample, children, kind = 'plain' }: SampleButtonProps) {
  const { name } = sample.phase.value;
  return (
    <Button
      kind={kind}
      busy={name === 'making'}
      disabled={name === 'removing'}
      onClick={() => void sample.add()}
    >
      {children}
    </Button>
  );
}
