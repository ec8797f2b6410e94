/** A field for a passphrase, with what is wrong with it beside it. */
interface PassphraseFieldProps {
  id: string;
  label: string;
  hint?: string;
  /** In words; null when nothing is wrong. */
  trouble: string | null;
  /** Whether what is typed can be read. */
  visible?: boolean;
}

export function PassphraseField(props: PassphraseFieldProps) {
  const { id, label, hint, trouble, visible = false } = props;
  const words = `${id}-words`;
  const attributes = {
    class: 'field__input passphrase__input',
    id,
    name: id,
    // The browser's own list of passwords lies in the very profile that this is to protect.
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellcheck: false,
    'aria-invalid': trouble === null ? undefined : 'true',
    'aria-describedby': words,
  } as const;
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      {visible ? <input {...attributes} type="text" /> : <input {...attributes} type="password" />}
      <output id={words} class={trouble === null ? 'field__hint' : 'field__error'}>
        {trouble ?? hint ?? ''}
      </output>
    </div>
  );
}
