/** Listening that outlived its connection: seen on the dashboard, deleted here. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FormerAccount } from '../../messages/contract.ts';
import { Button } from '../components/button.tsx';
import { formatDate, formatNumber } from '../format.ts';
import { t, tPlural } from '../text.ts';
import { accountName } from '../account-name.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import type { OptionsModel } from './options-model.ts';

interface FormerAccountsProps {
  model: OptionsModel;
  former: readonly FormerAccount[];
}

export function FormerAccounts({ model, former }: FormerAccountsProps) {
  return (
    <ul class="former">
      {former.map((kept) => (
        <li key={kept.account.id} class="former__entry">
          <Entry model={model} kept={kept} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ model, kept }: { model: OptionsModel; kept: FormerAccount }) {
  const phase = model.former.phase.value;
  const { account, streams, since } = kept;
  const isOpen = phase.name === 'asking' || phase.name === 'working';
  const isMine = isOpen && phase.accountId === account.id;
  const name = accountName(account);
  const date = since === null ? '' : formatDate(since, 'date');
  return (
    <>
      <div class="former__words">
        <p class="former__name" dir="auto">
          {name}
        </p>
        <p class="small muted">
          {tPlural('options_former_kept', streams, formatNumber(streams), date)}
        </p>
      </div>
      {isMine ? (
        <Question model={model} name={name} />
      ) : (
        <Button
          small
          name={t('options_former_delete_name', name)}
          onClick={() => model.former.ask(account.id)}
        >
          {t('options_former_delete')}
        </Button>
      )}
    </>
  );
}

function Question({ model, name }: { model: OptionsModel; name: string }) {
  const { former, clock } = model;
  const phase = former.phase.value;
  const box = useRef<HTMLFieldSetElement>(null);
  // The button that had the focus is gone: the keyboard goes on at the harmless answer.
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset class="question" ref={box}>
      <legend>{t('options_former_sure', name)}</legend>
      {phase.name === 'asking' && phase.error ? (
        <ErrorNotice error={phase.error} now={clock.now.value} urgent />
      ) : null}
      <div class="question__answers">
        <Button small disabled={phase.name === 'working'} onClick={() => former.cancel()}>
          {t('options_former_keep')}
        </Button>
        <Button
          small
          kind="danger"
          busy={phase.name === 'working'}
          onClick={() => void former.confirm()}
        >
          {t('options_former_delete_yes')}
        </Button>
      </div>
    </fieldset>
  );
}
