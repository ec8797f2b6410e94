/** The one range picker: presets, any year or month, any days, and what they are compared with. */
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type CompareChoice,
  COMPARE_PRESETS,
  isPreset,
  RANGE_PRESETS,
  type RangeChoice,
} from '../../domain/range-choice.ts';
import type { ViewScope } from '../../views/protocol.ts';
import { Segmented } from '../components/segmented.tsx';
import { t, type MessageKey } from '../text.ts';
import { DaysForm } from './days-form.tsx';
import { monthChoices, yearChoices } from './range-options.ts';
import { daysText, presetText, rangeText } from './range-words.ts';

interface RangeBarProps {
  /** The page and what it is about. */
  place: string;
  range: RangeChoice;
  compare: CompareChoice;
  /** Of the last answer; null before the first. */
  scope: ViewScope | null;
  /** False where nothing is compared on the page. */
  comparing: boolean;
  onRange: (range: RangeChoice) => void;
  onCompare: (compare: CompareChoice) => void;
}

const COMPARE_WORDS: Readonly<Record<(typeof COMPARE_PRESETS)[number], MessageKey>> = {
  before: 'compare_before',
  'year-before': 'compare_year_before',
  none: 'compare_none',
};

type Asking = 'range' | 'compare' | null;

/** All time has no time before it: only days that somebody named stand beside it. */
export function isComparable(range: RangeChoice, compare: CompareChoice): boolean {
  return range !== 'all-time' || !COMPARE_PRESETS.some((key) => key === compare);
}

export function RangeBar(props: RangeBarProps) {
  const { place, range, compare, scope, comparing, onRange, onCompare } = props;
  const [asking, setAsking] = useState<Asking>(null);
  const opener = useRef<HTMLElement | null>(null);
  // What was begun for another page, or for another range, is not asked for here.
  useEffect(() => setAsking(null), [place, range, compare]);
  const own = /^(\d{4})(-\d\d)?$/.exec(range);
  const year = own?.[1] ?? '';
  const isCustom = !own && !isPreset(range);

  function ask(about: 'range' | 'compare', from: HTMLElement): void {
    opener.current = from;
    setAsking(about);
  }

  /** A keyboard goes on where it was before the form, which is gone with what has the focus in it. */
  function close(): void {
    if (document.activeElement?.closest('.days-form')) opener.current?.focus();
    setAsking(null);
  }

  function choose(days: string): void {
    if (asking === 'compare') onCompare(days);
    else onRange(days);
    close();
  }

  return (
    <section class="range-bar" aria-label={t('popup_range')}>
      <div class="range-bar__wide">
        <Segmented
          legend={t('popup_range')}
          name="range"
          options={RANGE_PRESETS.map((key) => ({ key, label: presetText(key) }))}
          value={isPreset(range) ? range : null}
          onChange={onRange}
        />
      </div>
      <div class="range-bar__more">
        <PresetSelect range={range} onRange={onRange} />
        <select
          class={year && range === year ? 'choice choice--chosen' : 'choice'}
          aria-label={t('range_year')}
          value={year}
          onChange={(event) => onRange(event.currentTarget.value || 'all-time')}
        >
          <option value="">{t('range_year')}</option>
          {yearChoices(scope, year).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
        {year ? (
          <select
            class={range === year ? 'choice' : 'choice choice--chosen'}
            aria-label={t('range_month')}
            value={range}
            onChange={(event) => onRange(event.currentTarget.value)}
          >
            <option value={year}>{t('range_whole_year')}</option>
            {monthChoices(year).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ) : null}
        <button
          type="button"
          class={isCustom ? 'choice choice--chosen' : 'choice'}
          aria-expanded={asking === 'range'}
          onClick={({ currentTarget }) =>
            asking === 'range' ? close() : ask('range', currentTarget)
          }
        >
          {isCustom && scope?.days ? rangeText(range, scope.days) : t('range_custom')}
        </button>
        {comparing && isComparable(range, compare) ? (
          <select
            class="choice"
            aria-label={t('compare_label')}
            value={COMPARE_PRESETS.some((key) => key === compare) ? compare : 'days'}
            onChange={(event) => {
              const { currentTarget } = event;
              if (currentTarget.value === 'days') ask('compare', currentTarget);
              else onCompare(currentTarget.value);
            }}
          >
            {COMPARE_PRESETS.map((key) => (
              <option key={key} value={key}>
                {t(COMPARE_WORDS[key])}
              </option>
            ))}
            <option value="days">
              {COMPARE_PRESETS.some((key) => key === compare) || !scope?.comparedDays
                ? t('compare_days')
                : t('compare_with', daysText(scope.comparedDays))}
            </option>
          </select>
        ) : null}
      </div>
      {asking ? (
        <DaysForm
          key={asking}
          title={asking === 'range' ? t('range_custom_title') : t('compare_days_title')}
          days={(asking === 'range' ? scope?.days : scope?.comparedDays) ?? null}
          onChoose={choose}
          onCancel={close}
        />
      ) : null}
    </section>
  );
}

/** On a phone, where the presets beside each other would take the first figures' place. */
function PresetSelect({ range, onRange }: Pick<RangeBarProps, 'range' | 'onRange'>) {
  return (
    <select
      class={
        isPreset(range) ? 'choice choice--chosen range-bar__presets' : 'choice range-bar__presets'
      }
      aria-label={t('popup_range')}
      value={isPreset(range) ? range : ''}
      onChange={(event) => onRange(event.currentTarget.value)}
    >
      {isPreset(range) ? null : <option value="">{t('popup_range')}</option>}
      {RANGE_PRESETS.map((key) => (
        <option key={key} value={key}>
          {presetText(key)}
        </option>
      ))}
    </select>
  );
}
