/** Imported listening that is nobody's, and the button that gives it to a connected account. */
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatNumber } from '../../format.ts';
import { t, tPlural } from '../../text.ts';
import { ChangeFailed } from '../../components/change-failed.tsx';
import type { HistoryModel } from './history-model.ts';
import { nameTarget } from '../../import/whose-field.tsx';

interface JoinPanelProps {
  model: HistoryModel;
  /** UTC ms. */
  now: number;
}

export function JoinPanel({ model: { files, joinable }, now }: JoinPanelProps) {
  const phase = files.phase.value;
  const failed = phase.name === 'failed' && phase.work === 'join' ? phase.error : null;
  if (!joinable.value) {
    return (
      <output class="said field__good">{phase.name === 'joined' ? t('import_joined') : ''}</output>
    );
  }
  const { imported, into } = joinable.value;
  const working = phase.name === 'working';
  return (
    <>
      <Notice
        tone="info"
        title={tPlural('import_join', imported.streams, formatNumber(imported.streams))}
        actions={into.map((target) => (
          <Button
            key={target.id}
            small
            busy={working && phase.work === 'join'}
            disabled={working}
            onClick={() => void files.join(imported.accountId, target.id)}
          >
            {t('import_join_button', nameTarget(target))}
          </Button>
        ))}
      >
        {t('import_join_text')}
      </Notice>
      {failed ? <ChangeFailed error={failed} now={now} /> : null}
    </>
  );
}
