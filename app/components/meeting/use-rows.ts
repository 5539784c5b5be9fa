import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

type Row = { key: string };

const freshKey = () =>
  `r${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/**
 * Rows of a form that can be added, moved and taken away where the page has JavaScript. What was typed stays in the fields
 * themselves: only their order is kept here. A change counts as typing, so that the form saves itself.
 * @param blank a row in which nothing was typed yet
 */
export function useRows<Of extends Row>(formId: string, given: readonly Of[], blank: (key: string) => Of) {
  const [rows, setRows] = useState(given);
  const [isLive, setLive] = useState(false);
  const focus = useRef<string | null>(null);
  const isFirst = useRef(true);
  useEffect(() => setLive(true), []);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    document.getElementById(formId)?.dispatchEvent(new Event('input', { bubbles: true }));
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  }, [formId, rows]);

  const add = (after: string | null, fieldOf: (key: string) => string) => {
    const row = blank(freshKey());
    focus.current = fieldOf(row.key);
    setRows((before) => {
      const at = after === null ? before.length : before.findIndex(({ key }) => key === after) + 1;
      return [...before.slice(0, at), row, ...before.slice(at)];
    });
  };
  const move = (key: string, by: -1 | 1, fieldId: string) => {
    focus.current = fieldId;
    setRows((before) => {
      const from = before.findIndex((row) => row.key === key);
      const moved = before[from];
      const other = before[from + by];
      if (moved === undefined || other === undefined) return before;
      return before.map((row, index) => (index === from ? other : index === from + by ? moved : row));
    });
  };
  const remove = (key: string) => setRows((before) => before.filter((row) => row.key !== key));
  /** Ctrl+Enter: a new row below. Alt+arrow: this row up or down. */
  const onKeys = (key: string, fieldOf: (key: string) => string) => (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.id : '';
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add(key, fieldOf);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(key, event.key === 'ArrowUp' ? -1 : 1, id);
    }
  };
  return { rows, isLive, add, move, remove, onKeys };
}
