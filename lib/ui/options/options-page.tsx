/** The options page: the way to a connected account first, then the accounts and the few settings. */
import type { Overview } from '../../messages/contract.ts';
import { t } from '../text.ts';
import { AccountsSection } from './accounts-section.tsx';
import { ConnectGuide } from './connect-guide.tsx';
import { DetailsSettings } from './details-settings.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { Doors } from './doors.tsx';
import { FormerAccounts } from './former-accounts.tsx';
import { HistorySection } from './history/history-section.tsx';
import { ImportedDialog } from './history/imported-dialog.tsx';
import type { OptionsModel } from './options-model.ts';
import { PageNotices } from './page-notices.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { SampleSection } from './sample-section.tsx';
import { Section } from './section.tsx';
import { SyncSettings } from './sync-settings.tsx';
import { ThemeSettings } from './theme-settings.tsx';

export function OptionsPage({ model }: { model: OptionsModel }) {
  const overview = model.overview.overview.value;
  const loading = !overview && !model.overview.error.value;
  return (
    <div class="page">
      <header class="masthead">
        <p class="masthead__name">
          <img src="/icons/ostinato.svg" alt="" width="24" height="24" />
          Ostinato
        </p>
        <a class="link small" href="/dashboard.html">
          {t('options_open_dashboard')}
        </a>
      </header>
      <main aria-busy={loading ? 'true' : undefined}>
        <h1 class={overview?.accounts.length === 0 ? 'welcome' : 'visually-hidden'}>
          {overview?.accounts.length === 0 ? t('options_welcome') : t('options_title')}
        </h1>
        <PageNotices model={model} />
        {loading ? <PageSkeleton /> : null}
        {overview ? <Sections model={model} overview={overview} /> : null}
      </main>
      <DisconnectDialog model={model} returnId="accounts" />
      <ImportedDialog model={model.history} now={model.clock.now.value} returnId="history" />
    </div>
  );
}

/** Nothing is here yet, of whatever kind. */
function isFirstRun({ accounts, former, imported, sample }: Overview): boolean {
  return accounts.length + former.length === 0 && !imported && !sample;
}

function Sections({ model, overview }: { model: OptionsModel; overview: Overview }) {
  const connected = overview.accounts.length > 0;
  const isNew = isFirstRun(overview);
  return (
    <>
      {isNew ? <Doors model={model} guideId="accounts" /> : null}
      {connected ? (
        <Section id="accounts" title={t('options_accounts')}>
          <AccountsSection model={model} overview={overview} />
        </Section>
      ) : (
        <Section id="accounts" title={t('options_connect')}>
          <p>{t('options_connect_text')}</p>
          <ConnectGuide model={model} redirectUri={overview.redirectUri} />
        </Section>
      )}
      <Section id="history" title={t('import_section')}>
        <HistorySection model={model.history} now={model.clock.now.value} importing={!isNew} />
      </Section>
      {isNew ? null : (
        <Section id="sample" title={t('account_sample')}>
          <SampleSection model={model} overview={overview} />
        </Section>
      )}
      {overview.former.length > 0 ? (
        <Section id="former" title={t('options_former')}>
          <p>{t('options_former_text')}</p>
          <FormerAccounts model={model} former={overview.former} />
        </Section>
      ) : null}
      {connected ? (
        <Section id="sync" title={t('options_sync')}>
          <SyncSettings model={model} />
          <DetailsSettings model={model} overview={overview} />
        </Section>
      ) : null}
      <Section id="privacy" title={t('options_privacy')}>
        <PrivacySettings model={model} passphrase={overview.passphrase} />
      </Section>
      <Section id="appearance" title={t('options_appearance')}>
        <ThemeSettings model={model} />
        <DisplaySettings model={model} />
      </Section>
    </>
  );
}
