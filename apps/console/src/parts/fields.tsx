import { type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly rows?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly type?: 'text' | 'datetime-local' | 'date' | 'time' | 'search' | 'email' | 'password';
  readonly autoComplete?: string;
}

/** A field for text, of one line or several, with its hint and what is wrong with it tied to it. */
export function TextField(props: TextProps) {
  const { label, hint, error, value, set, rows, max, required, type = 'text', autoComplete = 'off' } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    value,
    maxLength: max,
    required,
    autoComplete,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    onChange: ({ target }: { target: { value: string } }) => set(target.value),
  };
  return (
    <div className={error ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
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
      {rows ? (
        <textarea className="usa-textarea" rows={rows} {...shared} />
      ) : (
        <input className="usa-input" type={type} {...shared} />
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> extends FieldProps {
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly help?: Readonly<Record<T, string>> | undefined;
  readonly value: T | null;
  readonly set: (value: T) => void;
  readonly show?: (value: T) => ReactNode;
}

/** One of a few, each explained where it is chosen. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, hint, error, values, names, help, value, set, show } = props;
  const name = useId();
  return (
    <fieldset className="usa-fieldset choice" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="usa-legend">{label}</legend>
      {hint && <p className="usa-hint">{hint}</p>}
      {error && (
        <p className="usa-error-message" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div className={help ? 'choice__tiles' : 'choice__row'}>
        {values.map((one) => (
          <div className="usa-radio" key={one}>
            <input
              className="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={`${name}-${one}`}
              name={name}
              checked={value === one}
              onChange={() => set(one)}
            />
            <label className="usa-radio__label" htmlFor={`${name}-${one}`}>
              {show ? show(one) : names[one]}
              {help && <span className="usa-radio__label-description">{help[one]}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

interface ChoicesProps<T extends string> extends FieldProps {
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly set: (chosen: readonly T[]) => void;
  /** What stands behind a name: a count. */
  readonly after?: (value: T) => ReactNode;
}

/** Any of a few. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, hint, values, names, chosen, set, after } = props;
  const id = useId();
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{label}</legend>
      {hint && <p className="usa-hint">{hint}</p>}
      <div className="choice__checks">
        {values.map((one) => (
          <div className="usa-checkbox" key={one}>
            <input
              className="usa-checkbox__input"
              type="checkbox"
              id={`${id}-${one}`}
              checked={chosen.includes(one)}
              onChange={({ target }) =>
                set(target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
            />
            <label className="usa-checkbox__label" htmlFor={`${id}-${one}`}>
              {names[one]}
              {after?.(one)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

export function Check({ label, hint, checked, set }: CheckProps) {
  const id = useId();
  return (
    <div className="usa-checkbox">
      <input
        className="usa-checkbox__input"
        type="checkbox"
        id={id}
        checked={checked}
        onChange={({ target }) => set(target.checked)}
      />
      <label className="usa-checkbox__label" htmlFor={id}>
        {label}
        {hint && <span className="usa-checkbox__label-description">{hint}</span>}
      </label>
    </div>
  );
}

interface PickProps<T extends string> extends FieldProps {
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly value: T;
  readonly set: (value: T) => void;
}

/** One of many, in a list that drops down. */
export function Pick<T extends string>({ label, hint, values, names, value, set }: PickProps<T>) {
  const id = useId();
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      {hint && <p className="usa-hint">{hint}</p>}
      <select
        className="usa-select"
        id={id}
        value={value}
        onChange={({ target }) => set(values.find((one) => one === target.value) ?? value)}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
