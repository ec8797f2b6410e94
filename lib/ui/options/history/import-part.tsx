/** Bringing an export from Spotify: where to drop it, its progress, what came of it, how to get one. */
import { ExternalLink } from '../../components/external-link.tsx';
import { ImportDrop } from '../../import/import-drop.tsx';
import type { ImportModel } from '../../import/import-model.ts';
import { ImportOutcome } from '../../import/import-outcome.tsx';
import { ImportProgressBox } from '../../import/import-progress-box.tsx';
import { t } from '../../text.ts';

const PRIVACY_PAGE = 'https://www.spotify.com/account/privacy/';

interface ImportPartProps {
  model: ImportModel;
  /** UTC ms. */
  now: number;
}

export function ImportPart({ model, now }: ImportPartProps) {
  const phase = model.imports.phase.value;
  return (
    <>
      {phase.name === 'running' ? (
        <ImportProgressBox phase={phase} onCancel={() => model.imports.cancel()} />
      ) : (
        <ImportDrop model={model} />
      )}
      <ImportOutcome phase={phase} now={now} />
      <p class="small muted">
        {t('import_how')} <ExternalLink href={PRIVACY_PAGE}>{t('import_how_link')}</ExternalLink>
      </p>
    </>
  );
}
