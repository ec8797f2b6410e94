/** One account: who, how it is, what is kept, and what can be done. */
import { useEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../messages/contract.ts';
import { AccountButtons } from './account-buttons.tsx';
import { findCondition } from '../account-condition.ts';
import { AccountFacts } from './account-facts.tsx';
import { AccountKept } from './account-kept.tsx';
import { accountName } from '../account-name.ts';
import { AccountNotices } from './account-notices.tsx';
import { ConditionLine } from './condition-line.tsx';
import type { OptionsModel } from './options-model.ts';

interface AccountCardProps {
  model: OptionsModel;
  view: AccountView;
  /** It is the one the popup shows. */
  selected: boolean;
  /** With one account there is nothing to choose. */
  only: boolean;
}

export function AccountCard({ model, view, selected, only }: AccountCardProps) {
  const { account } = view;
  const { signIn, clock } = model;
  const now = clock.now.value;
  const condition = findCondition(view, {
    now,
    online: clock.online.value,
    hostAccess: model.overview.overview.value?.hostAccess ?? true,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = signIn.phase.value;
  const answered =
    (phase.name === 'done' && phase.accountId === account.id) ||
    (phase.name === 'failed' && phase.renew === account.id);

  // The sign-in's buttons are gone now: the keyboard goes on at what came of them.
  useEffect(() => {
    if (answered) heading.current?.focus();
  }, [answered]);

  return (
    <article class="card account-card" aria-labelledby={`account-${account.id}`}>
      <header class="account-card__head">
        <h3 class="account-card__name" id={`account-${account.id}`} ref={heading} tabIndex={-1}>
          <bdi>{accountName(account)}</bdi>
        </h3>
        <ConditionLine condition={condition} now={now} />
      </header>
      <AccountNotices model={model} view={view} condition={condition} />
      {view.kept ? <AccountKept kept={view.kept} now={now} /> : null}
      <AccountFacts view={view} condition={condition} now={now} />
      <AccountButtons model={model} view={view} selected={selected} only={only} />
    </article>
  );
}
