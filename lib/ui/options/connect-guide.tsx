/** The guided connection: four numbered steps from no app at Spotify to a connected account. */
import type { ComponentChildren } from 'preact';
import { CopyButton } from '../components/copy-button.tsx';
import { t } from '../text.ts';
import { ClientIdField } from './client-id-field.tsx';
import { findTroubledStep, type ConnectStep } from './connect-trouble.ts';
import { Emphasis } from './emphasis.tsx';
import { ExternalLink } from '../components/external-link.tsx';
import type { OptionsModel } from './options-model.ts';
import { ScopeList } from './scope-list.tsx';
import { SignInStatus } from './sign-in-status.tsx';

const DEVELOPER_DASHBOARD = 'https://developer.spotify.com/dashboard';

interface ConnectGuideProps {
  model: OptionsModel;
  redirectUri: string;
}

export function ConnectGuide({ model, redirectUri }: ConnectGuideProps) {
  const { signIn, connectForm } = model;
  const phase = signIn.phase.value;
  const troubled =
    phase.name === 'failed' && phase.renew === null ? findTroubledStep(phase.error.code) : null;

  function connect() {
    const clientId = connectForm.submit();
    if (clientId === null) document.getElementById('client-id')?.focus();
    else void signIn.start({ clientId, renew: null });
  }

  return (
    <form
      class="guide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        connect();
      }}
    >
      <ol class="steps">
        <Step step="create-app" title={t('options_step_app')} troubled={troubled}>
          <p>
            <Emphasis text={t('options_step_app_text')} />
          </p>
          <p>
            <ExternalLink href={DEVELOPER_DASHBOARD} asButton>
              {t('options_step_app_link')}
            </ExternalLink>
          </p>
          <p class="muted small">{t('options_step_app_premium')}</p>
        </Step>
        <Step step="redirect-uri" title={t('options_step_redirect')} troubled={troubled}>
          <p>
            <Emphasis text={t('options_step_redirect_text')} />
          </p>
          <RedirectUri uri={redirectUri} />
        </Step>
        <Step step="client-id" title={t('options_step_client')} troubled={troubled}>
          <p>
            <Emphasis text={t('options_step_client_text')} />
          </p>
          <ClientIdField form={connectForm} locked={phase.name === 'waiting'} />
        </Step>
        <Step step="connect" title={t('options_step_connect')} troubled={null}>
          <p>{t('options_step_connect_text')}</p>
          <SignInStatus model={model} />
          <ScopeList />
        </Step>
      </ol>
    </form>
  );
}

interface StepProps {
  step: ConnectStep;
  title: string;
  /** The step the last failure points to. */
  troubled: ConnectStep | null;
  children: ComponentChildren;
}

function Step({ step, title, troubled, children }: StepProps) {
  const look = step === troubled;
  return (
    <li class={look ? 'step step--look' : 'step'}>
      <h3 class="step__title">
        {title}
        {look ? <span class="step__look">{t('options_step_look')}</span> : null}
      </h3>
      {children}
    </li>
  );
}

function RedirectUri({ uri }: { uri: string }) {
  return (
    <div class="field">
      <label class="field__label" for="redirect-uri">
        {t('options_redirect_label')}
      </label>
      <div class="beside">
        <input
          class="field__input field__input--code"
          id="redirect-uri"
          readOnly
          value={uri}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={uri} name={t('options_redirect_copy')} />
      </div>
    </div>
  );
}
