/** One choice of a few, all in view. Native radio buttons: arrow keys and one tab stop come free. */
interface SegmentedProps<K extends string> {
  /** What is chosen here; for assistive technology only. */
  legend: string;
  /** Unique on the page. */
  name: string;
  options: readonly { key: K; label: string; title?: string }[];
  /** Null: none of them. */
  value: K | null;
  onChange: (key: K) => void;
}

export function Segmented<K extends string>(props: SegmentedProps<K>) {
  const { legend, name, options, value, onChange } = props;
  return (
    <fieldset class="segmented" role="radiogroup">
      <legend class="visually-hidden">{legend}</legend>
      {options.map(({ key, label, title }) => (
        <label key={key} class="segmented__option" title={title}>
          <input
            class="segmented__input"
            type="radio"
            name={name}
            value={key}
            checked={key === value}
            onChange={() => onChange(key)}
          />
          <span class="segmented__label">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
