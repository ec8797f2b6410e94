/** Bringing an export from Spotify: where to drop it, its progress, what came of it, how to get one. */
import { ExternalLink } from '../../components/external-link.tsx';
import { ImportDrop } from '../../import/import-drop.tsx';
import type { ImportModel } from '../../import/import-model.ts';
import { ImportOutcome } from '../../import/import-outcome.tsx';
import { ImportProgressBox } from '../../import/import-progress-box.tsx';
import { pickDropped } from '../../import/pick-files.ts';
import { useDrop } from '../../import/use-drop.ts';
import { t } from '../../text.ts';

const PRIVACY_PAGE = 'https://www.spotify.com/account/privacy/';

interface ImportPartProps {
  model: ImportModel;
  /** UTC ms. */
  now: number;
}

export function ImportPart({ model, now }: ImportPartProps) {
  const phase = model.imports.phase.value;
  // Also while one runs: the browser would leave the page, and the import with it, for the files.
  const over = useDrop(
    (items) => void model.imports.start(model.targetId.value, pickDropped(items)),
  );
  return (
    <>
      {phase.name === 'running' ? (
        <ImportProgressBox phase={phase} onCancel={() => model.imports.cancel()} />
      ) : (
        <ImportDrop model={model} over={over} />
      )}
      <ImportOutcome phase={phase} now={now} />
      <p class="small muted">
        {t('import_how')} <ExternalLink href={PRIVACY_PAGE}>{t('import_how_link')}</ExternalLink>
      </p>
    </>
  );
}
