/** Two dates: a range of days that no preset names. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DayRange } from '../../domain/day-range.ts';
import { isDaysText } from '../../domain/range-choice.ts';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { isoDay } from './range-words.ts';

interface DaysFormProps {
  title: string;
  /** What the fields start with. */
  days: DayRange | null;
  /** `FROM..TO`, in order. */
  onChoose: (days: string) => void;
  onCancel: () => void;
}

export function DaysForm({ title, days, onChoose, onCancel }: DaysFormProps) {
  const [from, setFrom] = useState(days ? isoDay(days.first) : '');
  const [to, setTo] = useState(days ? isoDay(days.last) : '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  // From the first moment on: who opens it may leave it before it is painted.
  useLayoutEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onCancel();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [onCancel]);
  const text = from === to ? from : `${from}..${to}`;
  const problem = isDaysText(text)
    ? null
    : t(isDaysText(from) && isDaysText(to) ? 'range_backwards' : 'range_missing');

  return (
    <form
      class="days-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!problem) onChoose(text);
      }}
    >
      <label class="field">
        <span class="field__label">{t('range_from')}</span>
        <input
          ref={field}
          class="field__input"
          type="date"
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="field__label">{t('range_to')}</span>
        <input
          class="field__input"
          type="date"
          value={to}
          aria-invalid={tried && problem ? 'true' : undefined}
          aria-describedby="days-problem"
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      <Button type="submit" kind="primary" onClick={() => undefined}>
        {t('range_show')}
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        {t('action_cancel')}
      </Button>
      <output class="field__error" id="days-problem">
        {tried ? problem : null}
      </output>
    </form>
  );
}
