/** By whose clock and calendar all is counted: time zone, first day of the week, seasons. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { localTimeZone } from '../../domain/display.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Weekday, weekdayNames, weekStartOf } from '../charts/week.ts';
import { t, type MessageKey } from '../text.ts';
import type { OptionsModel } from './options-model.ts';
import { SavedLine } from './saved-line.tsx';
import { groupZones } from './zone-choices.ts';

type DisplayField = 'timeZone' | 'firstWeekday' | 'hemisphere';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const HEMISPHERES: Readonly<Record<NonNullable<Settings['hemisphere']>, MessageKey>> = {
  northern: 'seasons_northern',
  southern: 'seasons_southern',
};

export function DisplaySettings({ model }: { model: OptionsModel }) {
  const { settings } = model;
  const { timeZone = null, firstWeekday = null, hemisphere = null } = settings.values.value ?? {};
  const groups = useMemo(
    () => groupZones(Intl.supportedValuesOf('timeZone'), timeZone),
    [timeZone],
  );
  const weekdays = weekdayNames(1, 'long');
  const usual = weekdays[weekStartOf(navigator.language) - 1] ?? '';
  return (
    <>
      <Choice
        model={model}
        field="timeZone"
        label="options_zone"
        hint="options_zone_hint"
        value={timeZone ?? ''}
        onChoose={(value) => ({ timeZone: value || null })}
      >
        <option value="">{t('options_zone_here', localTimeZone())}</option>
        {groups.map(({ area, zones }) =>
          area === '' ? (
            <Zones zones={zones} />
          ) : (
            <optgroup key={area} label={area}>
              <Zones zones={zones} />
            </optgroup>
          ),
        )}
      </Choice>
      <Choice
        model={model}
        field="firstWeekday"
        label="options_week_start"
        value={firstWeekday === null ? '' : String(firstWeekday)}
        onChoose={(value) => ({
          firstWeekday: WEEKDAYS.find((day) => String(day) === value) ?? null,
        })}
      >
        <option value="">{t('options_week_start_usual', usual)}</option>
        {WEEKDAYS.map((day) => (
          <option key={day} value={day}>
            {weekdays[day - 1]}
          </option>
        ))}
      </Choice>
      <Choice
        model={model}
        field="hemisphere"
        label="seasons_hemisphere"
        value={hemisphere ?? ''}
        onChoose={(value) => ({
          hemisphere: value === 'northern' || value === 'southern' ? value : null,
        })}
      >
        <option value="">{t('options_hemisphere_zone')}</option>
        {(['northern', 'southern'] as const).map((half) => (
          <option key={half} value={half}>
            {t(HEMISPHERES[half])}
          </option>
        ))}
      </Choice>
    </>
  );
}

function Zones({ zones }: Pick<ReturnType<typeof groupZones>[number], 'zones'>) {
  return (
    <>
      {zones.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </>
  );
}

interface ChoiceProps {
  model: OptionsModel;
  field: DisplayField;
  label: MessageKey;
  hint?: MessageKey;
  /** Empty: no choice of one's own. */
  value: string;
  onChoose: (value: string) => Partial<Settings>;
  children: ComponentChildren;
}

function Choice({ model, field, label, hint, value, onChoose, children }: ChoiceProps) {
  const id = `display-${field}`;
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t(label)}
      </label>
      <div class="beside beside--start">
        <select
          class="field__input field__input--choice"
          id={id}
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => void model.settings.save(field, onChoose(event.currentTarget.value))}
        >
          {children}
        </select>
        <SavedLine model={model} field={field} />
      </div>
      {hint === undefined ? null : (
        <p class="field__hint" id={`${id}-hint`}>
          {t(hint)}
        </p>
      )}
    </div>
  );
}
