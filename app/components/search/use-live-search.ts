import { useNavigate, useNavigation } from '@remix-run/react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readSearch, readText, searchHref, searchPath, type SearchAddress } from '#app/modules/search/address.ts';

/** Milliseconds of rest after a keystroke. */
const rest = 180;

/**
 * Searches while somebody types and chooses. Going to an address ends the one that is under way, so an older answer never takes the
 * place of a newer one. All that is typed in one go is one step back; each choice is one too.
 */
export function useLiveSearch(form: RefObject<HTMLFormElement>, state: SearchAddress) {
  const navigate = useNavigate();
  const { location } = useNavigation();
  const [text, setText] = useState(state.text);
  // what the field last asked for: an address with other words came from elsewhere (back, a link), and the field follows it
  const asked = useRef(state.text);
  const isTyping = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    if (state.text === asked.current) return;
    asked.current = state.text;
    isTyping.current = false;
    clearTimeout(timer.current);
    setText(state.text);
  }, [state.text]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const go = useCallback(
    (how: { replace: boolean }) => {
      clearTimeout(timer.current);
      if (form.current === null) return;
      const next = stateOf(form.current);
      asked.current = next.text;
      const href = searchHref(next);
      if (href !== `${window.location.pathname}${window.location.search}`)
        navigate(href, { ...how, preventScrollReset: true });
    },
    [form, navigate],
  );

  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    if (readText(typed) === asked.current) return;
    timer.current = setTimeout(() => {
      go({ replace: isTyping.current });
      isTyping.current = true;
    }, rest);
  };

  const choose = () => {
    isTyping.current = false;
    // a checkbox that React holds has its new state in the page only now
    go({ replace: false });
  };

  const isHere = location?.pathname === searchPath;
  return {
    text,
    type,
    choose,
    /** Where it goes to already: what was pressed shows at once. */
    shown: isHere ? readSearch(new URLSearchParams(location.search)) : state,
    isBusy: isHere,
  };
}

function stateOf(form: HTMLFormElement): SearchAddress {
  const address = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') address.append(name, value);
  return readSearch(address);
}
