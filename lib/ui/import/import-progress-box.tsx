/** A running import: how far it is, in bytes and rows, how long it may take, and the way out. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { formatBytes, formatDuration, formatNumber } from '../format.ts';
import { t, tPlural } from '../text.ts';
import type { ImportProgress } from './import-protocol.ts';
import type { ImportPhase } from './import-store.ts';

interface ImportProgressBoxProps {
  phase: Extract<ImportPhase, { name: 'running' }>;
  onCancel: () => void;
}

export function ImportProgressBox({ phase, onCancel }: ImportProgressBoxProps) {
  const { progress, leftMs, cancelling } = phase;
  const box = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone: the keyboard goes on at the way out.
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  const percent = percentOf(progress);
  const amounts = describeAmounts(progress);
  return (
    <div class="import-box" ref={box}>
      <p class="import-box__stage" id="import-stage">
        {describeStage(progress)}
      </p>
      <progress
        class="import-bar"
        max={100}
        value={percent}
        aria-labelledby="import-stage"
        aria-valuetext={amounts}
      />
      <p class="small muted import-box__amounts">
        <span>{amounts}</span>
        <span>{leftMs === null ? '' : t('import_left', formatDuration(leftMs))}</span>
      </p>
      <p class="small muted">{t('import_stay')}</p>
      <div>
        <Button busy={cancelling} onClick={onCancel}>
          {cancelling ? t('import_cancelling') : t('import_cancel')}
        </Button>
      </div>
    </div>
  );
}

function percentOf(progress: ImportProgress | null): number {
  if (!progress || progress.totalBytes === 0) return 0;
  return Math.floor((progress.packedBytes / progress.totalBytes) * 100);
}

function describeStage(progress: ImportProgress | null): string {
  if (!progress) return t('import_looking');
  if (progress.stage === 'writing') return t('import_writing');
  const { files, totalFiles } = progress;
  const current = Math.min(files + 1, totalFiles);
  return t('import_reading', formatNumber(current), formatNumber(totalFiles));
}

/** Said to a screen reader in the place of a bare number of percents. */
function describeAmounts(progress: ImportProgress | null): string {
  if (!progress) return '';
  const { packedBytes, totalBytes, rows } = progress;
  const bytes = t('import_bytes', formatBytes(packedBytes), formatBytes(totalBytes));
  return `${bytes} · ${tPlural('import_rows', rows, formatNumber(rows))}`;
}
