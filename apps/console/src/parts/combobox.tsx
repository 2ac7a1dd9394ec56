import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface ComboboxProps<T> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly options: readonly T[];
  readonly keyOf: (option: T) => string;
  readonly show: (option: T) => ReactNode;
  readonly choose: (option: T) => void;
  readonly error?: string | undefined;
}

/** A field that offers what fits as one types (WAI-ARIA 1.2, combobox with a list). Arrows choose, Enter takes, Escape closes. */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { label, hint, text, setText, options, keyOf, show, choose, error } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open && options.length > 0;
  const current = Math.min(active, options.length - 1);

  const take = (option: T | undefined) => {
    if (option === undefined) return;
    choose(option);
    setText('');
    setOpen(false);
    setActive(0);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    }
    if (event.key === 'Enter' && shown) {
      event.preventDefault();
      take(options[current]);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setActive((current + step + options.length) % Math.max(1, options.length));
  };

  return (
    <div className="combobox">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="usa-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="usa-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        className="usa-input"
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown ? `${id}-${current}` : undefined}
        aria-describedby={
          [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={error ? true : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div className="combobox__list" role="listbox" id={`${id}-list`} aria-label={label} hidden={!shown}>
        {shown &&
          options.map((option, index) => (
            <div
              key={keyOf(option)}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="combobox__option"
              onPointerDown={(event) => {
                event.preventDefault();
                take(option);
              }}
            >
              {show(option)}
            </div>
          ))}
      </div>
    </div>
  );
}
