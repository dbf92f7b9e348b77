import { useLayoutEffect, useRef } from 'react';

/** Shows a dialog over the page for as long as it is there; the focus goes back to where it was. */
export const useShownDialog = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return dialog;
};
