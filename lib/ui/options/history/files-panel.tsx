/** Taking the history along: statistics and streams as files, a backup, and the way back in. */
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatDate } from '../../format.ts';
import { t, type MessageKey } from '../../text.ts';
import { ChangeFailed } from '../../components/change-failed.tsx';
import type { ExportForm, FilesPhase, FilesWork } from './files-store.ts';
import type { HistoryModel } from './history-model.ts';
import { WhoseField } from '../../import/whose-field.tsx';

interface FilesPanelProps {
  model: HistoryModel;
  /** UTC ms. */
  now: number;
}

const FORMS: readonly (readonly [ExportForm, MessageKey])[] = [
  ['statistics', 'export_statistics'],
  ['json', 'export_json'],
  ['csv', 'export_csv'],
];
const EXPORTS: readonly FilesWork[] = ['statistics', 'json', 'csv'];
const BACKUPS: readonly FilesWork[] = ['back-up', 'restore'];

export function FilesPanel({ model, now }: FilesPanelProps) {
  return (
    <>
      {model.sources.value.length > 0 ? <Exports model={model} now={now} /> : null}
      <Backup model={model} now={now} />
    </>
  );
}

function Exports({ model, now }: FilesPanelProps) {
  const [chosen, choose] = useState<string | null>(null);
  const { files, sources, targetId } = model;
  const ids = sources.value.map(({ id }) => id);
  const source = [chosen, targetId.value].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  const phase = files.phase.value;
  if (source === undefined) return null;
  return (
    <div class="files">
      <h3>{t('export_title')}</h3>
      <p class="small muted">{t('export_text')}</p>
      {sources.value.length > 1 ? (
        <WhoseField id="export-whose" targets={sources.value} value={source} onChange={choose} />
      ) : null}
      <div class="files__buttons">
        {FORMS.map(([form, label]) => (
          <Button
            key={form}
            {...stateOf(phase, form)}
            onClick={() => void files.exportStreams(source, form)}
          >
            {t(label)}
          </Button>
        ))}
      </div>
      <Outcome phase={phase} of={EXPORTS} now={now} />
    </div>
  );
}

function Backup({ model: { files, settings }, now }: FilesPanelProps) {
  const field = useRef<HTMLInputElement>(null);
  const phase = files.phase.value;
  return (
    <div class="files">
      <h3 id="backups" tabIndex={-1}>
        {t('backup_title')}
      </h3>
      <p class="small muted">{t('backup_text')}</p>
      <div class="files__buttons">
        <Button {...stateOf(phase, 'back-up')} onClick={() => void files.backUp(settings.value)}>
          {t('backup_make')}
        </Button>
        <Button {...stateOf(phase, 'restore')} onClick={() => field.current?.click()}>
          {t('backup_restore')}
        </Button>
      </div>
      <input
        ref={field}
        class="backup-file"
        type="file"
        hidden
        accept=".gz"
        onChange={({ currentTarget: input }) => {
          const file = input.files?.[0];
          // The same file can be chosen again.
          input.value = '';
          if (file) void files.restore(file);
        }}
      />
      <Outcome phase={phase} of={BACKUPS} now={now} />
    </div>
  );
}

/** Only the button that works is busy; the others wait. */
function stateOf(phase: FilesPhase, work: FilesWork): { busy: boolean; disabled: boolean } {
  const working = phase.name === 'working';
  return { busy: working && phase.work === work, disabled: working };
}

interface OutcomeProps {
  phase: FilesPhase;
  of: readonly FilesWork[];
  /** UTC ms. */
  now: number;
}

function Outcome({ phase, of, now }: OutcomeProps) {
  if (phase.name === 'restored' && of.includes('restore')) {
    return (
      <Notice tone="info" title={t('backup_restored', formatDate(phase.createdAt, 'moment'))}>
        {phase.settings === 'not-applied' ? t('backup_settings_kept') : t('backup_merged')}
      </Notice>
    );
  }
  if (phase.name === 'failed' && of.includes(phase.work)) {
    return <ChangeFailed error={phase.error} now={now} />;
  }
  return (
    <output class="said field__good wrap">
      {phase.name === 'saved' && of.includes(phase.work)
        ? t('export_saved', phase.names.join(', '))
        : ''}
    </output>
  );
}
