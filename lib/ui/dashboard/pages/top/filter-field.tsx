/** Filters a list by typing: each key counts, and what was typed stays while answers come in. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../text.ts';
import { createEchoes } from './echoes.ts';

interface FilterFieldProps {
  /** Of the answer shown, which may lag behind what is typed. */
  value: string;
  onChange: (text: string) => void;
  /** Somebody is about to type. */
  onFocus: () => void;
}

export function FilterField({ value, onChange, onFocus }: FilterFieldProps) {
  const [text, setText] = useState(value);
  const [echoes] = useState(() => createEchoes(value));
  useEffect(() => {
    if (echoes.isForeign(value)) setText(value);
  }, [value]);
  return (
    <input
      class="filter"
      type="search"
      value={text}
      maxLength={200}
      placeholder={t('top_filter')}
      aria-label={t('top_filter')}
      spellcheck={false}
      autocomplete="off"
      dir="auto"
      onFocus={onFocus}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        echoes.typed(typed);
        setText(typed);
        onChange(typed);
      }}
    />
  );
}
