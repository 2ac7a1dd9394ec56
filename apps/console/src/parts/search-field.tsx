import { type FormEvent, useEffect, useId, useState } from 'react';
import { Icon } from '../marks/icon.js';
import { useWords } from '../words/words.js';

interface SearchFieldProps {
  readonly text: string;
  /** What can be looked for. */
  readonly hint: string;
  readonly search: (text: string) => void;
}

/** Searches when it is sent, not at every letter. */
export function SearchField({ text, hint, search }: SearchFieldProps) {
  const { feed } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(typed.trim());
  };
  return (
    <search>
      <form className="search" onSubmit={submit}>
        <label className="usa-sr-only" htmlFor={id}>
          {feed.search}
        </label>
        <input
          className="usa-input search__input"
          id={id}
          type="search"
          maxLength={200}
          placeholder={hint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="usa-button">
          <Icon name="search" />
          <span>{feed.search}</span>
        </button>
      </form>
    </search>
  );
}
