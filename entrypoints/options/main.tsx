/** The options page: builds its parts and shows them. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { SAMPLE_ACCOUNT_ID } from '../../lib/domain/account-ids.ts';
import { displayTimeZone } from '../../lib/domain/display.ts';
import { createClient } from '../../lib/messages/client.ts';
import { onRevision } from '../../lib/messages/revision.ts';
import { getCatalogueMessage, uiLanguage } from '../../lib/platform/i18n.ts';
import { onHostAccessChanged, requestHostAccess } from '../../lib/platform/permissions.ts';
import { sendMessage } from '../../lib/platform/runtime.ts';
import { setDisplayZone } from '../../lib/ui/format.ts';
import { askBeforeLeaving } from '../../lib/ui/import/ask-before-leaving.ts';
import { createImportClient } from '../../lib/ui/import/import-client.ts';
import { createOptionsModel } from '../../lib/ui/options/options-model.ts';
import { OptionsPage } from '../../lib/ui/options/options-page.tsx';
import { startPageClock } from '../../lib/ui/options/page-clock.ts';
import { onceVisible } from '../../lib/ui/once-visible.ts';
import { createOverviewStore } from '../../lib/ui/overview-store.ts';
import { forgetPopup } from '../../lib/ui/popup/remembered.ts';
import { parseReconnectHash } from '../../lib/ui/reconnect-hash.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import { setCatalogue, t } from '../../lib/ui/text.ts';
import { applyTheme, recallTheme, rememberTheme } from '../../lib/ui/theme.ts';
import { openImportJournal } from '../import/import-journal.ts';
import { startImport } from '../import/start-import.ts';
import '../../lib/ui/styles/theme.css';
import '../../lib/ui/styles/base.css';
import '../../lib/ui/styles/components.css';
import '../../lib/ui/options/options.css';
import '../../lib/ui/options/connect-guide.css';
import '../../lib/ui/options/account-card.css';
import '../../lib/ui/options/former-accounts.css';
import '../../lib/ui/options/doors.css';
import '../../lib/ui/options/history/files.css';
import '../../lib/ui/import/import.css';

applyTheme(recallTheme(localStorage), document.documentElement);
setCatalogue(getCatalogueMessage, uiLanguage());
document.title = t('options_page_title');

const sampleRoute = new URLSearchParams({ account: SAMPLE_ACCOUNT_ID }).toString();
const client = createClient({ send: sendMessage });
const overview = createOverviewStore({ client, onRevision });
const model = createOptionsModel({
  client,
  overview,
  clock: startPageClock(window),
  runImportTask: createImportClient(startImport, navigator.locks),
  importJournal: openImportJournal(),
  saveFile,
  openSample: () => location.assign(`/dashboard.html#${sampleRoute}`),
  forgetFigures: () => forgetPopup(localStorage),
  requestHostAccess,
  writeClipboard: (text) => navigator.clipboard.writeText(text),
});

effect(() => {
  const settings = model.settings.values.value;
  if (!settings) return;
  setDisplayZone(displayTimeZone(settings));
  applyTheme(settings.theme, document.documentElement);
  rememberTheme(settings.theme, localStorage);
});
onHostAccessChanged(() => void overview.reload());

askBeforeLeaving(window, model.history.imports);
onceVisible(document, () => void model.history.imports.recall());

const accountToReconnect = parseReconnectHash(location.hash);
if (accountToReconnect === null) void overview.reload();
else {
  // Once: who loads the page again does not want the window again.
  history.replaceState(null, '', '#accounts');
  void model.reconnect(accountToReconnect);
}

const root = document.getElementById('app');
if (root) render(<OptionsPage model={model} />, root);
